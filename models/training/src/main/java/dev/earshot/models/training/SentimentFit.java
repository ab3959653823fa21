package dev.earshot.models.training;

import dev.earshot.models.sentiment.FeatureWeights;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.sentiment.SentimentParameters;
import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.sentiment.WordConvolution;
import dev.earshot.models.sentiment.WordTrace;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.training.LogisticRegression.Example;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The recipe of {@code sentiment-en}: a linear model and a convolutional network, added up. */
final class SentimentFit {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final int FEWEST_EXAMPLES = 2;
  private static final int MOST_FEATURES = 180_000;
  private static final long[] SEEDS = {1, 2, 3};
  private static final LogisticRegression.Settings LINEAR =
      new LogisticRegression.Settings(6, 0.1, 0.5);
  private static final long NETWORK_SEED = 1;
  private static final float NETWORK_WEIGHT = 0.75f;
  private static final ConvolutionFit.Settings NETWORK =
      new ConvolutionFit.Settings(64, 96, 9, 0.02, 0.5, 0.4);

  private final ValenceLexicon lexicon;
  private final SentimentFeatures features;
  private final Tokenizer tokenizer = new Tokenizer();
  private final float[] intercepts = new float[CLASSES];

  SentimentFit(ValenceLexicon lexicon) {
    this.lexicon = lexicon;
    features = new SentimentFeatures(lexicon);
  }

  SentimentParameters fit(List<LabelledTweet> tweets) {
    double[] classWeights = balancedWeights(tweets);
    FeatureWeights weights = linear(tweets, classWeights);
    WordConvolution network = network(tweets, classWeights);
    return new SentimentParameters(
        lexicon, weights, List.of(network), intercepts[0], intercepts[1], intercepts[2], 1);
  }

  private FeatureWeights linear(List<LabelledTweet> tweets, double[] classWeights) {
    FeatureIndex index = new FeatureIndex();
    for (LabelledTweet tweet : tweets) {
      features.extract(tokenizer.tokenize(tweet.text()));
      for (int i = 0; i < features.size(); i++) {
        index.count(features.get(i));
      }
    }
    index.number(FEWEST_EXAMPLES);
    Example[] examples =
        tweets.stream().map(tweet -> example(tweet, index)).toArray(Example[]::new);
    float[] weights = new float[index.size() * CLASSES];
    for (long seed : SEEDS) {
      LogisticRegression model =
          LogisticRegression.fit(examples, index.size(), CLASSES, classWeights, LINEAR, seed);
      add(1f / SEEDS.length, model.weights(), weights);
      add(1f / SEEDS.length, model.intercepts(), intercepts);
    }
    return StrongestFeatures.pack(index.features(), weights, CLASSES, MOST_FEATURES);
  }

  private Example example(LabelledTweet tweet, FeatureIndex index) {
    features.extract(tokenizer.tokenize(tweet.text()));
    int[] known =
        IntStream.range(0, features.size())
            .map(i -> index.of(features.get(i)))
            .filter(number -> number >= 0)
            .toArray();
    return new Example(known, features.size(), tweet.label());
  }

  private WordConvolution network(List<LabelledTweet> tweets, double[] classWeights) {
    FeatureIndex index = new FeatureIndex();
    for (LabelledTweet tweet : tweets) {
      WordTrace trace = trace(tweet);
      for (int i = 0; i < trace.size(); i++) {
        index.count(trace.hash(i));
      }
    }
    index.number(FEWEST_EXAMPLES);
    ConvolutionFit.Example[] examples =
        tweets.stream()
            .map(tweet -> example(trace(tweet), index, tweet.label()))
            .toArray(ConvolutionFit.Example[]::new);
    ConvolutionFit fit =
        ConvolutionFit.fit(examples, index.size(), classWeights, NETWORK, NETWORK_SEED);
    add(NETWORK_WEIGHT, fit.intercepts(), intercepts);
    return fit.network(index.features(), NETWORK_WEIGHT);
  }

  private WordTrace trace(LabelledTweet tweet) {
    features.extract(tokenizer.tokenize(tweet.text()));
    return features.trace();
  }

  private static ConvolutionFit.Example example(WordTrace trace, FeatureIndex index, int label) {
    int[] words = new int[trace.size()];
    float[] marks = new float[trace.size() * WordTrace.MARKS];
    for (int i = 0; i < words.length; i++) {
      words[i] = index.of(trace.hash(i)) + 1;
      for (int mark = 0; mark < WordTrace.MARKS; mark++) {
        marks[i * WordTrace.MARKS + mark] = (float) trace.mark(i, mark) / WordTrace.FULL;
      }
    }
    return new ConvolutionFit.Example(words, marks, label);
  }

  private static double[] balancedWeights(List<LabelledTweet> tweets) {
    double[] weights = new double[CLASSES];
    tweets.forEach(tweet -> weights[tweet.label()]++);
    Arrays.setAll(weights, k -> tweets.size() / (CLASSES * weights[k]));
    return weights;
  }

  private static void add(float share, float[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += share * from[i];
    }
  }
}
