package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Both analyzers on the same 500 labelled posts of SemEval-2017 task 4A, none of which the fast
 * model's weights were fitted to: the first of the official validation split.
 */
class AnalyzerComparisonTest {
  private static final Path TWEETS = Path.of("../../shared/data/tweeteval/sentiment_val.tsv");
  private static final int POSTS = 500;

  private record Labelled(String text, Polarity polarity) {}

  private record Quality(double macroRecall, double accuracy, double secondsOfCpu) {}

  @Test
  void fastBeatsChance() throws IOException {
    FastAnalyzer analyzer = FastAnalyzer.of(Taxonomy.general());
    List<Labelled> posts = posts();
    Quality warm = measure("fast, first pass", analyzer, posts);
    measure("fast, second pass", analyzer, posts);
    assertTrue(warm.macroRecall() > 0.55, warm.toString());
  }

  @Test
  void coreNlpBeatsChance() throws IOException {
    Assumptions.assumeTrue(
        CoreNlpParser.missingModels(getClass().getClassLoader()).isEmpty(),
        "CoreNLP's models are not on the class path (scripts/fetch-corenlp-models)");
    CoreNlpAnalyzer analyzer =
        CoreNlpAnalyzer.of(Taxonomy.general(), ReputationDimensions.shipped());
    List<Labelled> posts = posts();
    analyzer.understand("It loads.", "en", List.of());
    measure("corenlp, first pass", analyzer, posts);
    Quality quality = measure("corenlp, second pass", analyzer, posts);
    assertTrue(quality.macroRecall() > 0.40, quality.toString());
  }

  private static Quality measure(String name, TextAnalyzer analyzer, List<Labelled> posts) {
    int[] right = new int[3];
    int[] labelled = new int[3];
    long before = cpu();
    for (Labelled post : posts) {
      Sentiment sentiment = analyzer.understand(post.text(), "en", List.of()).sentiment();
      int label = List.of(Polarity.values()).indexOf(post.polarity());
      labelled[label]++;
      right[label] += sentiment != null && sentiment.polarity() == post.polarity() ? 1 : 0;
    }
    double seconds = (cpu() - before) / 1e9;
    double recall = 0;
    for (int i = 0; i < 3; i++) {
      recall += (double) right[i] / labelled[i] / 3;
    }
    double accuracy = (double) (right[0] + right[1] + right[2]) / posts.size();
    System.out.printf(
        Locale.ROOT,
        "%s: macro recall %.3f, accuracy %.3f, %.1f posts per CPU-second%n",
        name,
        recall,
        accuracy,
        posts.size() / seconds);
    return new Quality(recall, accuracy, seconds);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Labelled> posts() throws IOException {
    Assumptions.assumeTrue(Files.exists(TWEETS), "no labelled posts: " + TWEETS + " is absent");
    try (Stream<String> lines = Files.lines(TWEETS)) {
      return lines
          .skip(1)
          .limit(POSTS)
          .map(line -> line.split("\t", 4))
          .map(cell -> new Labelled(cell[3], Polarity.valueOf(cell[2].toUpperCase(Locale.ROOT))))
          .toList();
    }
  }
}
