package dev.earshot.models.classification;

import dev.earshot.models.sentiment.SentimentFeatures;
import dev.earshot.models.text.Artifact;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts English texts into classes: multinomial logistic regression over the features that {@link
 * dev.earshot.models.sentiment.SentimentModel} has extracted already, scaled to unit length.
 * Classes, data, recipe and quality stand in the artifact's model card.
 *
 * <p>Immutable; safe for several threads. Deterministic.
 */
public final class TextClassifier {
  private static final Map<String, TextClassifier> SHIPPED = new ConcurrentHashMap<>();

  private final ClassifierParameters parameters;
  private final float[] intercepts;

  private TextClassifier(ClassifierParameters parameters) {
    this.parameters = parameters;
    intercepts = new float[parameters.classes().size()];
    for (int k = 0; k < intercepts.length; k++) {
      intercepts[k] = parameters.intercepts().get(k);
    }
  }

  /**
   * A classifier that is shipped.
   *
   * @param artifact its folder, as {@code intents-en}
   * @throws IllegalStateException where the artifact is missing or damaged
   */
  public static TextClassifier shipped(String artifact) {
    return SHIPPED.computeIfAbsent(artifact, TextClassifier::load);
  }

  /** A classifier with the given parameters. */
  public static TextClassifier of(ClassifierParameters parameters) {
    return new TextClassifier(parameters);
  }

  private static TextClassifier load(String artifact) {
    byte[] bytes = Artifact.load(artifact);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new TextClassifier(ClassifierParameters.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the classes, in the order of {@link #probabilities}. */
  public List<String> classes() {
    return parameters.classes();
  }

  /** The calibrated probabilities of the classes; they add up to 1. */
  public double[] probabilities(SentimentFeatures features) {
    double[] scores = scores(features);
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = StrictMath.exp((scores[k] - largest) / parameters.temperature());
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return scores;
  }

  /** Logarithms of odds but for a constant, before the temperature. */
  public double[] scores(SentimentFeatures features) {
    float[] sums = new float[intercepts.length];
    parameters.weights().sum(features, sums);
    double scale = 1 / Math.sqrt(Math.max(1, features.size()));
    double[] scores = new double[sums.length];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = intercepts[k] + sums[k] * scale;
    }
    return scores;
  }
}
