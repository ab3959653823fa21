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
import java.util.List;
import java.util.Set;

/**
 * Makes the artifact {@code sentiment-hi}, the same bytes each time.
 *
 * <p>Arguments: the folder of the data, the folder of the artifacts.
 *
 * <p>What a sum of valences says is learned from English tweets, with the lexicon's features alone,
 * which every language shares; the valences are those of {@link HindiLexicon}. The labels of Hindi
 * tweets set the temperature and nothing else, so no choice of a class has seen them.
 */
public final class TrainSentimentHindi {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final String HINDI = "hi";
  private static final LogisticRegression.Settings SETTINGS =
      new LogisticRegression.Settings(3, 0.1, 0.2);
  private static final long SEED = 1;

  private final Set<Long> shared = SentimentFeatures.ofLexicons();
  private final FeatureIndex index = new FeatureIndex();
  private final Tokenizer tokenizer = new Tokenizer();
  private final SentimentFeatures features;

  private TrainSentimentHindi(ValenceLexicon english) {
    features = new SentimentFeatures(english);
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path lexicons = data.resolve("lexicons");
    List<LabelledTweet> english = SentimentCorpus.read(data).training();
    SentimentParameters fitted =
        new TrainSentimentHindi(VaderLexicon.read(lexicons))
            .fit(english, HindiLexicon.read(lexicons));
    List<MultilingualTweet> tweets =
        MultilingualTweet.read(data).stream().filter(t -> t.language().equals(HINDI)).toList();
    List<LabelledTweet> calibration = split(tweets, false);
    SentimentParameters parameters =
        fitted.withTemperature(SentimentEvaluation.of(fitted, calibration).bestTemperature());
    Path artifact = Path.of(arguments[1], "sentiment-hi");
    ArtifactWriter.write(artifact, parameters::write);
    ArtifactWriter.writeQuality(
        artifact,
        "tweets_training\t"
            + english.size()
            + "\ntweets_calibration\t"
            + calibration.size()
            + "\nmacro_recall_calibration\t"
            + SentimentEvaluation.of(parameters, calibration).macroRecall()
            + "\n"
            + SentimentEvaluation.of(parameters, split(tweets, true)).report());
  }

  private static List<LabelledTweet> split(List<MultilingualTweet> tweets, boolean isValidation) {
    return tweets.stream()
        .filter(tweet -> tweet.isValidation() == isValidation)
        .map(MultilingualTweet::tweet)
        .toList();
  }

  private SentimentParameters fit(List<LabelledTweet> tweets, ValenceLexicon hindi) {
    for (LabelledTweet tweet : tweets) {
      features.extract(tokenizer.tokenize(tweet.text()));
      for (int i = 0; i < features.size(); i++) {
        if (shared.contains(features.get(i))) {
          index.count(features.get(i));
        }
      }
    }
    index.number(2);
    Example[] examples = tweets.stream().map(this::example).toArray(Example[]::new);
    double[] classWeights = new double[CLASSES];
    tweets.forEach(tweet -> classWeights[tweet.label()]++);
    Arrays.setAll(classWeights, k -> tweets.size() / (CLASSES * classWeights[k]));
    LogisticRegression model =
        LogisticRegression.fit(examples, index.size(), CLASSES, classWeights, SETTINGS, SEED);
    float[] intercepts = model.intercepts();
    return new SentimentParameters(
        hindi,
        FeatureWeights.pack(index.features(), model.weights(), CLASSES),
        List.of(),
        intercepts[0],
        intercepts[1],
        intercepts[2],
        1);
  }

  private Example example(LabelledTweet tweet) {
    features.extract(tokenizer.tokenize(tweet.text()));
    int[] known = new int[features.size()];
    int size = 0;
    for (int i = 0; i < features.size(); i++) {
      int number = index.of(features.get(i));
      if (number >= 0) {
        known[size++] = number;
      }
    }
    return new Example(Arrays.copyOf(known, size), features.size(), tweet.label());
  }
}
