package dev.earshot.models.training;

import dev.earshot.models.sentiment.FeatureWeights;
import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.sentiment.SentimentParameters;
import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.training.LogisticRegression.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the artifacts {@code sentiment-ar}, {@code -de}, {@code -es}, {@code -fr}, {@code -it} and
 * {@code -pt}, the same bytes each time. Hindi takes part in the fit and has a recipe of its own
 * ({@link TrainSentimentHindi}).
 *
 * <p>Arguments: the folder of the data (with {@code sentiment_multilingual_umsab} and what {@link
 * TrainSentiment} reads), the folder of the artifacts.
 *
 * <p>One regression over all languages and the English tweets, where each feature stands twice:
 * once for all languages and once for its own (Daumé, <i>Frustratingly easy domain adaptation</i>,
 * ACL 2007). The two weights of a feature add up to one model for each language.
 */
public final class TrainSentimentLanguages {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final List<String> LANGUAGES = List.of("ar", "de", "es", "fr", "hi", "it", "pt");
  private static final String WITH_OWN_RECIPE = "hi";
  private static final String ENGLISH = "en";
  private static final float ENGLISH_WEIGHT = 0.3f;
  private static final int FEWEST_EXAMPLES = 2;
  private static final int MOST_FEATURES = 49_152;
  private static final long[] SEEDS = {1, 2, 3};
  private static final LogisticRegression.Settings SETTINGS =
      new LogisticRegression.Settings(6, 0.1, 0.5);
  private static final long SALT = Hashing.of("umsab split 1");

  private final ValenceLexicon lexicon;
  private final SentimentFeatures features;
  private final FeatureIndex index = new FeatureIndex();
  private final Tokenizer tokenizer = new Tokenizer();
  private final float[] intercepts = new float[CLASSES];
  private final float[] englishWeights = new float[CLASSES];
  private float[] weights = {};

  private TrainSentimentLanguages(ValenceLexicon lexicon) {
    this.lexicon = lexicon;
    features = new SentimentFeatures(lexicon);
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    List<MultilingualTweet> rows = MultilingualTweet.read(data);
    List<MultilingualTweet> training = new ArrayList<>();
    List<MultilingualTweet> calibration = new ArrayList<>();
    Set<Long> validationTexts = new HashSet<>();
    for (MultilingualTweet row : rows) {
      if (row.isValidation()) {
        validationTexts.add(row.textHash());
      }
    }
    for (MultilingualTweet row : rows) {
      long hash = row.textHash();
      if (LANGUAGES.contains(row.language()) && !validationTexts.contains(hash)) {
        boolean calibrates = Long.remainderUnsigned(Hashing.combine(SALT, hash), 10) == 0;
        (calibrates ? calibration : training).add(row);
      }
    }
    for (LabelledTweet tweet : SentimentCorpus.read(data).training()) {
      training.add(new MultilingualTweet(ENGLISH, false, tweet));
    }
    TrainSentimentLanguages recipe =
        new TrainSentimentLanguages(VaderLexicon.read(data.resolve("lexicons")));
    recipe.fit(training);
    for (String language : LANGUAGES) {
      if (language.equals(WITH_OWN_RECIPE)) {
        continue;
      }
      SentimentParameters fitted = recipe.fold(language, tweets(training, language));
      List<LabelledTweet> calibrating = tweets(calibration, language);
      SentimentParameters parameters =
          fitted.withTemperature(SentimentEvaluation.of(fitted, calibrating).bestTemperature());
      Path artifact = Path.of(arguments[1], "sentiment-" + language);
      ArtifactWriter.write(artifact, parameters::write);
      List<MultilingualTweet> validation =
          rows.stream().filter(MultilingualTweet::isValidation).toList();
      ArtifactWriter.writeQuality(
          artifact,
          "tweets_training\t"
              + tweets(training, language).size()
              + "\ntweets_calibration\t"
              + calibrating.size()
              + "\n"
              + SentimentEvaluation.of(parameters, tweets(validation, language)).report());
    }
  }

  private static List<LabelledTweet> tweets(List<MultilingualTweet> rows, String language) {
    return rows.stream()
        .filter(row -> row.language().equals(language))
        .map(MultilingualTweet::tweet)
        .toList();
  }

  private void fit(List<MultilingualTweet> rows) {
    for (MultilingualTweet row : rows) {
      long own = extract(row);
      for (int i = 0; i < features.size(); i++) {
        index.count(features.get(i));
        index.count(Hashing.combine(own, features.get(i)));
      }
    }
    index.number(FEWEST_EXAMPLES);
    balanceEnglish(tweets(rows, ENGLISH));
    Example[] examples = rows.stream().map(this::example).toArray(Example[]::new);
    double[] classWeights = {1, 1, 1};
    weights = new float[index.size() * CLASSES];
    for (long seed : SEEDS) {
      LogisticRegression model =
          LogisticRegression.fit(examples, index.size(), CLASSES, classWeights, SETTINGS, seed);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += model.weights()[i] / SEEDS.length;
      }
      for (int k = 0; k < CLASSES; k++) {
        intercepts[k] += model.intercepts()[k] / SEEDS.length;
      }
    }
  }

  /** The other languages' classes are equally frequent; English ones shall weigh as if. */
  private void balanceEnglish(List<LabelledTweet> tweets) {
    int[] counts = new int[CLASSES];
    tweets.forEach(tweet -> counts[tweet.label()]++);
    for (int k = 0; k < CLASSES; k++) {
      englishWeights[k] = ENGLISH_WEIGHT * tweets.size() / (CLASSES * counts[k]);
    }
  }

  /** Extracts a tweet's features; returns what marks those of its language. */
  private long extract(MultilingualTweet row) {
    features.extract(tokenizer.tokenize(row.tweet().text()));
    return Hashing.of(row.language());
  }

  private Example example(MultilingualTweet row) {
    long own = extract(row);
    int[] known = new int[2 * features.size()];
    int size = 0;
    for (int i = 0; i < features.size(); i++) {
      int shared = index.of(features.get(i));
      int specific = index.of(Hashing.combine(own, features.get(i)));
      if (shared >= 0) {
        known[size++] = shared;
      }
      if (specific >= 0) {
        known[size++] = specific;
      }
    }
    int label = row.tweet().label();
    float weight = row.language().equals(ENGLISH) ? englishWeights[label] : 1;
    return new Example(Arrays.copyOf(known, size), 2 * features.size(), label, weight);
  }

  /** The model of a language: the features that its tweets have, both weights added. */
  private SentimentParameters fold(String language, List<LabelledTweet> tweets) {
    FeatureIndex seen = new FeatureIndex();
    for (LabelledTweet tweet : tweets) {
      features.extract(tokenizer.tokenize(tweet.text()));
      for (int i = 0; i < features.size(); i++) {
        seen.count(features.get(i));
      }
    }
    seen.number(1);
    long[] hashes = seen.features();
    long own = Hashing.of(language);
    float[] folded = new float[hashes.length * CLASSES];
    // A feature counts twice in training, so that its share of the unit length is smaller.
    float scale = (float) Math.sqrt(0.5);
    for (int i = 0; i < hashes.length; i++) {
      add(index.of(hashes[i]), scale, folded, i);
      add(index.of(Hashing.combine(own, hashes[i])), scale, folded, i);
    }
    return new SentimentParameters(
        lexicon,
        StrongestFeatures.pack(hashes, folded, CLASSES, MOST_FEATURES),
        List.of(),
        intercepts[0],
        intercepts[1],
        intercepts[2],
        1);
  }

  private void add(int number, float scale, float[] folded, int to) {
    for (int k = 0; number >= 0 && k < CLASSES; k++) {
      folded[to * CLASSES + k] += scale * weights[number * CLASSES + k];
    }
  }
}
