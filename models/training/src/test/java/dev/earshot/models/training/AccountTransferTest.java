package dev.earshot.models.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.accounts.AccountFeatures;
import dev.earshot.models.accounts.ProfileFields;
import dev.earshot.models.training.LogisticRegression.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What a model of account profiles that is trained on one set is worth on another: the reference
 * for the rules, which are trained on none.
 */
class AccountTransferTest {
  private static final Path DATA = Path.of("../../../shared/data");
  private static final int STEPS = 24;
  private static final int FEATURES = 7 * STEPS + 10;
  private static final LogisticRegression.Settings SETTINGS =
      new LogisticRegression.Settings(20, 0.1, 0);

  @SuppressWarnings("ArrayRecordComponent")
  private record Account(int[] features, int label) {}

  @Test
  void trainedOnOneTestedOnAnother() throws IOException {
    Map<String, List<Account>> sets = new LinkedHashMap<>();
    sets.put(
        "cresci",
        accounts(DelimitedRows.read(shared("bots_cresci2015/accounts_shared.csv.gz")), "is_fake"));
    sets.put(
        "kaggle",
        accounts(DelimitedRows.read(shared("bots_kaggle2017/accounts_shared.csv.gz")), "bot"));
    sets.put(
        "instafake",
        accounts(flatJsonLines(shared("instafake/accounts_fake_shared.jsonl")), "isFake"));
    Map<String, Double> balanced = new LinkedHashMap<>();
    sets.forEach(
        (trained, training) -> {
          LogisticRegression model = fit(training);
          sets.forEach(
              (tested, test) -> {
                if (!trained.equals(tested)) {
                  balanced.put(trained + " to " + tested, score(trained, tested, model, test));
                }
              });
        });
    assertTrue(
        balanced.getOrDefault("kaggle to cresci", 1.0) < 0.935
            && balanced.getOrDefault("kaggle to instafake", 1.0) < 0.885,
        "weights that may be shipped are better than the rules: " + balanced);
  }

  private static Path shared(String file) {
    Path path = DATA.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), "no labelled data: " + file + " is absent");
    return path;
  }

  /** The lines of flat JSON objects whose texts hold no comma. */
  private static List<Map<String, String>> flatJsonLines(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Map<String, String> row = new LinkedHashMap<>();
      for (String member : line.substring(1, line.length() - 1).split(", ", -1)) {
        String[] parts = member.split(": ", 2);
        row.put(parts[0].replace("\"", ""), parts[1].replace("\"", ""));
      }
      rows.add(row);
    }
    return rows;
  }

  private static LogisticRegression fit(List<Account> training) {
    double positive = 0;
    for (Account account : training) {
      positive += account.label();
    }
    double[] weights = {
      training.size() / (2 * (training.size() - positive)), training.size() / (2 * positive)
    };
    Example[] examples =
        training.stream()
            .map(a -> new Example(a.features(), a.features().length, a.label()))
            .toArray(Example[]::new);
    return LogisticRegression.fit(examples, FEATURES, 2, weights, SETTINGS, 1);
  }

  private static double score(
      String trained, String tested, LogisticRegression model, List<Account> test) {
    long[] all = new long[2];
    long[] suspicious = new long[2];
    for (Account account : test) {
      double margin = model.intercepts()[1] - model.intercepts()[0];
      double norm = Math.sqrt(account.features().length);
      for (int feature : account.features()) {
        margin += (model.weights()[2 * feature + 1] - model.weights()[2 * feature]) / norm;
      }
      all[account.label()]++;
      suspicious[account.label()] += margin > 0 ? 1 : 0;
    }
    double sensitivity = (double) suspicious[1] / all[1];
    double specificity = 1 - (double) suspicious[0] / all[0];
    System.out.printf(
        Locale.ROOT,
        "%s to %s: sensitivity %.3f, specificity %.3f%n",
        trained,
        tested,
        sensitivity,
        specificity);
    return (sensitivity + specificity) / 2;
  }

  private static List<Account> accounts(List<Map<String, String>> rows, String label) {
    ProfileFields fields = ProfileFields.among(rows.get(0).keySet());
    List<Account> accounts = new ArrayList<>();
    for (Map<String, String> row : rows) {
      int[] features = features(fields.read(name -> row.get(name)));
      accounts.add(new Account(features, "1".equals(row.get(label)) ? 1 : 0));
    }
    return accounts;
  }

  /** Counts in half powers of two, one feature for each step reached; signs as they are. */
  private static int[] features(AccountFeatures profile) {
    List<Integer> features = new ArrayList<>();
    Long followers = profile.followerCount();
    Long friends = profile.friendCount();
    steps(features, 0, followers);
    steps(features, 1, friends);
    steps(features, 2, profile.postCount());
    steps(features, 3, profile.likeCount());
    steps(features, 4, profile.listCount());
    if (followers != null && friends != null) {
      steps(features, 5, friends / Math.max(1, followers));
      steps(features, 6, followers / Math.max(1, friends));
    }
    sign(features, 0, profile.hasPicture());
    sign(features, 1, profile.hasDescription());
    sign(features, 2, profile.hasLocation());
    sign(features, 3, profile.hasAddress());
    sign(features, 4, profile.saysBot());
    return features.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void steps(List<Integer> features, int group, @Nullable Long count) {
    double reached = count == null ? -1 : 2 * Math.log(1d + count) / Math.log(2);
    for (int step = 0; step < STEPS && step <= reached; step++) {
      features.add(group * STEPS + step);
    }
  }

  private static void sign(List<Integer> features, int sign, @Nullable Boolean isThere) {
    if (isThere != null) {
      features.add(7 * STEPS + 2 * sign + (isThere ? 1 : 0));
    }
  }
}
