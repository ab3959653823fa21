package dev.earshot.pipelines.evaluate;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.quantification.DomainBias;
import dev.earshot.models.quantification.LabelledDomain;
import dev.earshot.models.quantification.LabelledDomains;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.understanding.FastAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Six airlines by day with 40 authors or more, as a run sees them: does the interval of the
 * adjusted rate hold what people labelled, where the domains do not know airlines?
 */
class AirlineDaysTest {
  private static final Path TWEETS = Path.of("../../shared/data/airline_us/tweets_shared.csv");
  private static final List<String> CLASSES = List.of("negative", "neutral", "positive");
  private static final int LEAST_AUTHORS = 40;
  private static final int DRAWS = 5;

  private record Tweet(String airline, String day, String author, int label, int predicted) {}

  private record Held(int cells, double held, double width, double error) {}

  @Test
  void holdsWhatPeopleLabelled() throws IOException {
    List<Tweet> tweets = tweets();
    List<LabelledDomain> others = new ArrayList<>(shipped());
    others.removeIf(domain -> domain.set().equals("airlines"));
    DomainBias domains = DomainBias.of(others);

    Held counted = over(tweets, (airline, said) -> said.net());
    Held unlabelled =
        over(tweets, (airline, said) -> new AdjustedNet(domains.unlabelled(), 0).of(said));
    print("as counted", counted);
    print("no labels", unlabelled);
    assertTrue(counted.held() < 0.5, "as counted");
    assertTrue(unlabelled.held() >= 0.9, "no labels");
    double width = unlabelled.width();
    for (int labels : new int[] {50, 100, 300}) {
      double held = 0;
      double wide = 0;
      double error = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        Map<String, AdjustedNet> own = own(tweets, domains, labels, new SplittableRandom(draw));
        Held drawn =
            over(tweets, (airline, said) -> Objects.requireNonNull(own.get(airline)).of(said));
        held += drawn.held() / DRAWS;
        wide += drawn.width() / DRAWS;
        error += drawn.error() / DRAWS;
      }
      print(labels + " labels of the airline", new Held(counted.cells(), held, wide, error));
      assertTrue(held >= 0.9, labels + " labels");
      assertTrue(wide < width, labels + " labels");
      width = wide;
    }
  }

  private interface Reader {
    @Nullable Estimate net(String airline, AuthorSentiments said);
  }

  private static Map<String, AdjustedNet> own(
      List<Tweet> tweets, DomainBias domains, int labels, SplittableRandom random) {
    Map<String, AdjustedNet> own = new TreeMap<>();
    for (String airline : tweets.stream().map(Tweet::airline).distinct().sorted().toList()) {
      List<Tweet> all = tweets.stream().filter(t -> t.airline().equals(airline)).toList();
      long[] counts = new long[9];
      int[] order = shuffled(all.size(), random);
      for (int i = 0; i < Math.min(labels, all.size() / 2); i++) {
        Tweet tweet = all.get(order[i]);
        counts[tweet.label() * 3 + tweet.predicted()]++;
      }
      own.put(airline, new AdjustedNet(domains.of(new LabelledDomain("own", counts)), labels));
    }
    return own;
  }

  private static int[] shuffled(int size, SplittableRandom random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }

  private static Held over(List<Tweet> tweets, Reader reader) {
    Map<String, List<Tweet>> cells = new TreeMap<>();
    for (Tweet tweet : tweets) {
      cells
          .computeIfAbsent(tweet.airline() + " " + tweet.day(), cell -> new ArrayList<>())
          .add(tweet);
    }
    int count = 0;
    double held = 0;
    double width = 0;
    double error = 0;
    for (List<Tweet> cell : cells.values()) {
      AuthorSentiments said = new AuthorSentiments();
      double truth = 0;
      Map<String, int[]> authors = new TreeMap<>();
      for (Tweet tweet : cell) {
        authors.computeIfAbsent(tweet.author(), name -> new int[3])[tweet.predicted()]++;
        truth += (double) (tweet.label() - 1) / cell.size();
      }
      authors.values().forEach(n -> said.add(n[2], n[1], n[0], 1));
      if (authors.size() >= LEAST_AUTHORS) {
        Estimate net = reader.net(cell.get(0).airline(), said);
        assertNotNull(net);
        count++;
        held += net.interval().contains(truth) ? 1 : 0;
        width += net.interval().upper() - net.interval().lower();
        error += Math.abs(net.value() - truth);
      }
    }
    return new Held(count, held / count, width / count, error / count);
  }

  private static void print(String title, Held held) {
    System.out.printf(
        Locale.ROOT,
        "%-26s %d cells: held %.2f, width %.2f, error %.3f%n",
        title,
        held.cells(),
        held.held(),
        held.width(),
        held.error());
  }

  private static List<LabelledDomain> shipped() {
    List<LabelledDomain> english = LabelledDomains.shipped().get("en");
    assertNotNull(english);
    return english;
  }

  /** The file is read once for each thing that a row is grouped by. */
  private static List<Tweet> tweets() throws IOException {
    Assumptions.assumeTrue(Files.exists(TWEETS), "no labelled posts: " + TWEETS + " is absent");
    List<LabelledRecord> airlines = rows("airline");
    List<LabelledRecord> authors = rows("name");
    List<LabelledRecord> times = rows("tweet_created");
    FastAnalyzer analyzer = FastAnalyzer.of(Taxonomy.general());
    List<Tweet> tweets = new ArrayList<>();
    for (int i = 0; i < airlines.size(); i++) {
      LabelledRecord row = airlines.get(i);
      Sentiment sentiment = analyzer.understand(row.text(), "en", List.of()).sentiment();
      assertNotNull(sentiment);
      tweets.add(
          new Tweet(
              row.group(),
              times.get(i).group().substring(0, 10),
              authors.get(i).group(),
              CLASSES.indexOf(row.label()),
              CLASSES.indexOf(sentiment.polarity().name().toLowerCase(Locale.ROOT))));
    }
    return tweets;
  }

  private static List<LabelledRecord> rows(String group) throws IOException {
    Columns columns = Columns.parse("text=text,label=airline_sentiment,group=" + group);
    List<LabelledRecord> rows = new ArrayList<>();
    try (LabelledRows read =
        LabelledRows.open(new LabelledFile(TWEETS, columns.names()), columns)) {
      for (LabelledRecord row = read.next(); row != null; row = read.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
