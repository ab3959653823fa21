package dev.earshot.models.training;

import dev.earshot.models.sentiment.FeatureWeights;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.sentiment.SentimentParameters;
import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.training.LogisticRegression.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the artifact {@code sentiment-en}, the same bytes each time.
 *
 * <p>Arguments: the folder of the data (with {@code semeval2017_sentiment} and {@code lexicons}),
 * the folder of the artifacts.
 */
public final class TrainSentiment {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final int FEWEST_EXAMPLES = 2;
  private static final int MOST_FEATURES = 180_000;
  private static final long[] SEEDS = {1, 2, 3};
  private static final LogisticRegression.Settings SETTINGS =
      new LogisticRegression.Settings(6, 0.1, 0.5);

  private final SentimentFeatures features;
  private final FeatureIndex index = new FeatureIndex();
  private final Tokenizer tokenizer = new Tokenizer();

  private TrainSentiment(ValenceLexicon lexicon) {
    features = new SentimentFeatures(lexicon);
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path artifact = Path.of(arguments[1], "sentiment-en");
    SentimentCorpus corpus =
        SentimentCorpus.read(data.resolve("semeval2017_sentiment/A_2013-2016_train.tsv.gz"));
    ValenceLexicon lexicon = VaderLexicon.read(data.resolve("lexicons"));
    SentimentParameters fitted = new TrainSentiment(lexicon).fit(corpus.training(), lexicon);
    float temperature = SentimentEvaluation.of(fitted, corpus.calibration()).bestTemperature();
    SentimentParameters parameters =
        new SentimentParameters(
            lexicon,
            fitted.weights(),
            fitted.negativeIntercept(),
            fitted.neutralIntercept(),
            fitted.positiveIntercept(),
            temperature);
    ArtifactWriter.write(artifact, parameters::write);
    ArtifactWriter.writeQuality(
        artifact,
        "tweets_training\t"
            + corpus.training().size()
            + "\n"
            + "tweets_calibration\t"
            + corpus.calibration().size()
            + "\n"
            + SentimentEvaluation.of(parameters, corpus.validation()).report());
  }

  private SentimentParameters fit(List<LabelledTweet> tweets, ValenceLexicon lexicon) {
    for (LabelledTweet tweet : tweets) {
      features.extract(tokenizer.tokenize(tweet.text()));
      for (int i = 0; i < features.size(); i++) {
        index.count(features.get(i));
      }
    }
    index.number(FEWEST_EXAMPLES);
    Example[] examples = tweets.stream().map(this::example).toArray(Example[]::new);
    double[] classWeights = balancedWeights(examples);
    float[] weights = new float[index.size() * CLASSES];
    float[] intercepts = new float[CLASSES];
    for (long seed : SEEDS) {
      LogisticRegression model =
          LogisticRegression.fit(examples, index.size(), CLASSES, classWeights, SETTINGS, seed);
      addShare(model.weights(), weights);
      addShare(model.intercepts(), intercepts);
    }
    return new SentimentParameters(
        lexicon, strongest(weights), intercepts[0], intercepts[1], intercepts[2], 1);
  }

  private Example example(LabelledTweet tweet) {
    features.extract(tokenizer.tokenize(tweet.text()));
    int[] known =
        IntStream.range(0, features.size())
            .map(i -> index.of(features.get(i)))
            .filter(number -> number >= 0)
            .toArray();
    return new Example(known, features.size(), tweet.label());
  }

  private FeatureWeights strongest(float[] weights) {
    long[] all = index.features();
    Integer[] order = new Integer[all.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer i) -> -strength(weights, i))
            .thenComparingLong(i -> all[i]));
    int kept = Math.min(MOST_FEATURES, order.length);
    long[] hashes = new long[kept];
    float[] packed = new float[kept * CLASSES];
    for (int i = 0; i < kept; i++) {
      hashes[i] = all[order[i]];
      System.arraycopy(weights, order[i] * CLASSES, packed, i * CLASSES, CLASSES);
    }
    return FeatureWeights.pack(hashes, packed);
  }

  private static double strength(float[] weights, int feature) {
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      double weight = weights[feature * CLASSES + k];
      sum += weight * weight;
    }
    return sum;
  }

  private static double[] balancedWeights(Example[] examples) {
    double[] weights = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      int label = k;
      long count = Arrays.stream(examples).filter(example -> example.label() == label).count();
      weights[k] = (double) examples.length / (CLASSES * count);
    }
    return weights;
  }

  private static void addShare(float[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i] / SEEDS.length;
    }
  }
}
