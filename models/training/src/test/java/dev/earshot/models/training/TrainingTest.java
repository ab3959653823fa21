package dev.earshot.models.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.sentiment.FeatureWeights;
import dev.earshot.models.sentiment.SentimentModel;
import dev.earshot.models.sentiment.SentimentParameters;
import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.sentiment.WordTrace;
import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.training.LogisticRegression.Example;
import dev.earshot.models.training.LogisticRegression.Settings;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  private static final Map<String, Polarity> POLARITIES =
      Map.of("bad", Polarity.NEGATIVE, "so", Polarity.NEUTRAL, "good", Polarity.POSITIVE);

  @Test
  void equalTextsCountOnceAndContradictionsNotAtAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tweets.tsv.gz");
    StringBuilder rows = new StringBuilder("tweet_id\tlabel\torigin\ttext\n");
    rows.append("7\tpositive\tx\t@a Good day http://t.co/1\n");
    rows.append("3\tpositive\tx\tgood DAY!\n");
    rows.append("4\tpositive\tx\tbad news\n");
    rows.append("5\tnegative\tx\tbad news\n");
    for (int id = 100; id < 1100; id++) {
      rows.append(id).append("\tneutral\tx\tword").append("abcdefghij".charAt(id % 10));
      rows.append(" w").append(Integer.toString(id, 36)).append("x\n");
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path validation = folder.resolve("validation.tsv");
    Files.writeString(
        validation,
        """
        line\tlabel\tlabel_name\ttext
        0\t2\tpositive\t@user good day http
        1\t0\tnegative\tseen nowhere else
        """);
    SentimentCorpus corpus = SentimentCorpus.read(file, validation);
    assertEquals(2, corpus.validation().size());
    Set<Long> ids = new HashSet<>();
    for (List<LabelledTweet> part : List.of(corpus.training(), corpus.calibration())) {
      for (LabelledTweet tweet : part) {
        assertTrue(ids.add(tweet.id()), "in two parts: " + tweet.id());
      }
    }
    // Neither the contradiction nor the tweet whose text is in the validation file.
    assertEquals(1000, ids.size());
    // Binomial with n = 1000 and p = 1/20: five standard deviations are 34.
    assertEquals(50, corpus.calibration().size(), 34);
  }

  @Test
  void regressionSeparatesWhatCanBeSeparatedAndRepeatsItself() {
    Example[] examples = new Example[300];
    for (int i = 0; i < examples.length; i++) {
      examples[i] = new Example(new int[] {i % 3, 3}, 2, i % 3);
    }
    Settings settings = new Settings(20, 0.5, 0);
    double[] equal = {1, 1, 1};
    LogisticRegression model = LogisticRegression.fit(examples, 4, 3, equal, settings, 1);
    for (int feature = 0; feature < 3; feature++) {
      for (int k = 0; k < 3; k++) {
        assertEquals(k == feature, model.weights()[feature * 3 + k] > 0);
      }
    }
    LogisticRegression again = LogisticRegression.fit(examples, 4, 3, equal, settings, 1);
    assertArrayEquals(model.weights(), again.weights());
  }

  /** A word that only one class has decides, wherever in the text it stands. */
  @Test
  void convolutionFindsTheWordThatDecidesAndRepeatsItself() throws IOException {
    long[] words = Stream.of("bad", "so", "good", "filler").mapToLong(Hashing::of).toArray();
    ConvolutionFit.Example[] examples = new ConvolutionFit.Example[300];
    for (int i = 0; i < examples.length; i++) {
      int[] text = {4, 4, 4, 4};
      text[i % 4] = i % 3 + 1;
      examples[i] = new ConvolutionFit.Example(text, new float[4 * WordTrace.MARKS], i % 3);
    }
    SentimentParameters parameters = network(examples, words, 1);
    SentimentModel model = SentimentModel.of(parameters);
    Tokenizer tokenizer = new Tokenizer();
    for (String around : List.of("%s filler filler", "filler %s filler", "filler filler %s")) {
      for (Map.Entry<String, Polarity> word : POLARITIES.entrySet()) {
        String text = around.formatted(word.getKey());
        assertEquals(word.getValue(), model.score(tokenizer.tokenize(text)).polarity(), text);
      }
    }
    assertArrayEquals(bytes(parameters), bytes(network(examples, words, 1)));
    assertFalse(Arrays.equals(bytes(parameters), bytes(network(examples, words, 2))));
  }

  private static SentimentParameters network(
      ConvolutionFit.Example[] examples, long[] words, long seed) {
    ConvolutionFit.Settings settings = new ConvolutionFit.Settings(4, 16, 30, 0.1, 0, 0);
    double[] equal = {1, 1, 1};
    ConvolutionFit fit = ConvolutionFit.fit(examples, words.length, equal, settings, seed);
    float[] intercepts = fit.intercepts();
    return new SentimentParameters(
        ValenceLexicon.of(Map.of()),
        FeatureWeights.pack(new long[0], new float[0], FeatureWeights.CLASSES),
        List.of(fit.network(words, 1)),
        intercepts[0],
        intercepts[1],
        intercepts[2],
        1);
  }

  private static byte[] bytes(SentimentParameters parameters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parameters.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Scores twice as sharp as the odds 3 : 1 that are observed ask for a temperature of two. */
  @Test
  void temperatureOfAKnownCase() {
    double sharp = 2 * Math.log(3);
    double[][] scores = new double[400][];
    int[] labels = new int[400];
    for (int i = 0; i < 400; i++) {
      scores[i] = new double[] {sharp, 0};
      labels[i] = i % 4 == 0 ? 1 : 0;
    }
    TemperatureScaling scaling = new TemperatureScaling(scores, labels, new double[] {1, 1});
    assertEquals(2, scaling.best(), 1e-4);
    // Entropy of (3/4, 1/4) in nats.
    assertEquals(0.5623351446, scaling.logLoss(2), 1e-9);
  }

  @Test
  void confusionMatrixByHand() {
    ConfusionMatrix matrix = new ConfusionMatrix(2);
    matrix.add(0, 0);
    matrix.add(0, 0);
    matrix.add(0, 1);
    matrix.add(1, 1);
    assertEquals(0.75, matrix.accuracy());
    assertEquals(2 / 3d, matrix.recall(0));
    assertEquals(0.5, matrix.precision(1));
    assertEquals((2 / 3d + 1) / 2, matrix.macroRecall());
  }
}
