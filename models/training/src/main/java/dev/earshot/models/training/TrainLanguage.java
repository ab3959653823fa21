package dev.earshot.models.training;

import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.LanguageDetector;
import dev.earshot.models.text.LanguageFeatures;
import dev.earshot.models.text.LanguageParameters;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.training.LogisticRegression.Example;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the artifact {@code language}, the same bytes each time.
 *
 * <p>Arguments: the folder of the data (with {@code language_id}, {@code
 * sentiment_multilingual_umsab} and what {@link TrainSentiment} reads), the folder of the
 * artifacts. Eight tenths of Lingua's texts, by hash, are fitted, with a copy without diacritics as
 * they are often typed; one tenth sets the temperature, one tenth is reported on. Of UMSAB's tweets
 * the training split is fitted, but for a tenth that sets the temperature, and the validation split
 * is reported on. English tweets of SemEval are fitted besides.
 */
public final class TrainLanguage {
  private static final Set<String> TOLD_BY_SCRIPT =
      Set.of("bn", "el", "he", "hi", "ja", "ko", "ta", "th", "zh");

  /** UMSAB's Hindi, nearly all of it in Latin letters, is fitted as a language of that script. */
  private static final String HINDI = "hi";

  private static final String TWEET = "tweets";
  private static final int ENGLISH_TWEETS = 8_000;
  private static final LogisticRegression.Settings SETTINGS =
      new LogisticRegression.Settings(8, 0.3, 0.2);

  /** Sentences are what posts look like; three quarters of the texts are one or two words. */
  private static final int COPIES_OF_SENTENCES = 4;

  private static final long SEED = 1;
  private static final long SALT = Hashing.of("language split 1");

  private final LanguageFeatures features = new LanguageFeatures();
  private final Tokenizer tokenizer = new Tokenizer();

  private TrainLanguage() {}

  private record Row(String language, String kind, String text) {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path artifact = Path.of(arguments[1], "language");
    List<Row> lingua = read(data.resolve("language_id/lid_shared.tsv.gz"), 0, 1, 2);
    List<Row> umsab =
        read(data.resolve("sentiment_multilingual_umsab/umsab_shared.tsv.gz"), 0, 1, 3);
    List<Row> validation = umsab.stream().filter(row -> row.kind().equals("val")).toList();
    List<Row> tweets = tweets(umsab, validation, SentimentCorpus.read(data).training());
    LanguageParameters parameters = new TrainLanguage().fit(lingua, tweets);
    ArtifactWriter.write(artifact, parameters::write);
    StringBuilder report = new StringBuilder();
    report(report, "held_out", parameters, lingua.stream().filter(row -> part(row) == 1).toList());
    report(
        report,
        "tweets",
        parameters,
        validation.stream()
            .map(row -> new Row(row.language(), row.language(), row.text()))
            .toList());
    ArtifactWriter.writeQuality(artifact, report.toString());
  }

  /**
   * Tweets to fit on, none with the text of a validation tweet: UMSAB's, and English ones of
   * SemEval. Of UMSAB's Hindi, tweets are left out that are written in English words throughout.
   */
  private static List<Row> tweets(
      List<Row> umsab, List<Row> validation, List<LabelledTweet> english) {
    Set<Long> held = new HashSet<>();
    validation.forEach(row -> held.add(SentimentCorpus.textHash(row.text())));
    EnglishWords words = EnglishWords.of(english);
    List<Row> tweets = new ArrayList<>();
    for (Row row : umsab) {
      boolean isTraining =
          row.kind().equals("train") && !held.contains(SentimentCorpus.textHash(row.text()));
      if (isTraining && !(row.language().equals(HINDI) && words.areAllOf(row.text()))) {
        tweets.add(new Row(row.language(), TWEET, row.text()));
      }
    }
    english.stream()
        .filter(tweet -> !held.contains(SentimentCorpus.textHash(tweet.text())))
        .sorted(Comparator.comparingLong(tweet -> Hashing.combine(SALT, tweet.id())))
        .limit(ENGLISH_TWEETS)
        .forEach(tweet -> tweets.add(new Row("en", TWEET, tweet.text())));
    return tweets;
  }

  private LanguageParameters fit(List<Row> lingua, List<Row> tweets) {
    List<String> languages =
        Stream.concat(
                lingua.stream()
                    .map(Row::language)
                    .filter(language -> !TOLD_BY_SCRIPT.contains(language)),
                Stream.of(HINDI))
            .distinct()
            .sorted()
            .toList();
    List<Example> examples = new ArrayList<>();
    List<Row> calibration = new ArrayList<>();
    for (Row row : lingua) {
      if (!TOLD_BY_SCRIPT.contains(row.language())) {
        int copies = row.kind().equals("sentences") ? COPIES_OF_SENTENCES : 1;
        add(row, languages.indexOf(row.language()), copies, examples, calibration);
      }
    }
    for (Row row : tweets) {
      add(row, languages.indexOf(row.language()), 1, examples, calibration);
    }
    double[] classWeights = new double[languages.size()];
    Arrays.fill(classWeights, 1);
    LogisticRegression model =
        LogisticRegression.fit(
            examples.toArray(Example[]::new),
            LanguageFeatures.BUCKETS,
            languages.size(),
            classWeights,
            SETTINGS,
            SEED);
    LanguageParameters raw =
        LanguageParameters.pack(languages, model.weights(), model.intercepts(), 1);
    return raw.withTemperature(temperature(raw, calibration));
  }

  private void add(Row row, int label, int copies, List<Example> examples, List<Row> calibration) {
    int part = part(row);
    if (part == 0) {
      calibration.add(row);
    } else if (part > 1 || row.kind().equals(TWEET)) {
      examples.addAll(Collections.nCopies(copies, example(row.text(), label)));
      String plain = withoutDiacritics(row.text());
      if (!plain.equals(row.text())) {
        examples.add(example(plain, label));
      }
    }
  }

  private float temperature(LanguageParameters parameters, List<Row> rows) {
    List<String> languages = parameters.languages();
    double[][] scores = new double[rows.size()][languages.size()];
    int[] labels = new int[rows.size()];
    float[] score = new float[languages.size()];
    for (int i = 0; i < labels.length; i++) {
      features.extract(tokenizer.tokenize(rows.get(i).text()));
      parameters.score(features, score);
      for (int k = 0; k < score.length; k++) {
        scores[i][k] = score[k];
      }
      labels[i] = languages.indexOf(rows.get(i).language());
    }
    double[] classWeights = new double[languages.size()];
    Arrays.fill(classWeights, 1);
    return new TemperatureScaling(scores, labels, classWeights).best();
  }

  private Example example(String text, int label) {
    features.extract(tokenizer.tokenize(text));
    int[] buckets = new int[features.size()];
    Arrays.setAll(buckets, features::get);
    return new Example(buckets, Math.max(1, buckets.length), label);
  }

  private static void report(
      StringBuilder report, String name, LanguageParameters parameters, List<Row> rows) {
    LanguageDetector detector = LanguageDetector.of(parameters);
    Tokenizer tokenizer = new Tokenizer();
    Map<String, int[]> byKind = new TreeMap<>();
    for (Row row : rows) {
      String detected = detector.detect(tokenizer.tokenize(row.text()));
      int outcome = detected == null ? 2 : detected.equals(row.language()) ? 0 : 1;
      byKind.computeIfAbsent(row.kind(), kind -> new int[3])[outcome]++;
    }
    byKind.forEach(
        (kind, outcomes) -> {
          double total = outcomes[0] + outcomes[1] + outcomes[2];
          report.append(
              String.format(
                  Locale.ROOT,
                  "%s_%s\ttexts %.0f, right %.4f, wrong %.4f, unknown %.4f\n",
                  name,
                  kind,
                  total,
                  outcomes[0] / total,
                  outcomes[1] / total,
                  outcomes[2] / total));
        });
  }

  private static int part(Row row) {
    return (int) Long.remainderUnsigned(Hashing.combine(SALT, Hashing.of(row.text())), 10);
  }

  private static String withoutDiacritics(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> c > 0x370 || c < 0x300)
        .forEach(plain::appendCodePoint);
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static List<Row> read(Path file, int language, int kind, int text) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader reader = SentimentCorpus.open(file)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = Objects.requireNonNull(line).split("\t", -1);
        rows.add(new Row(cells[language], cells[kind], cells[text]));
      }
    }
    return rows;
  }
}
