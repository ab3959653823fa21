package dev.earshot.models.sentiment;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.Artifact;
import dev.earshot.models.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Sentiment of English social text: multinomial logistic regression over {@link SentimentFeatures},
 * scaled to unit length.
 *
 * <p>The probabilities are calibrated for three equally frequent classes, not for the shares of the
 * training data: a share that is estimated from them needs a quantifier that is told {@link
 * #TRAINING_PRIOR}. Quality, data and recipe stand in the artifact's model card.
 *
 * <p>Parameters are loaded once per JVM and shared; an instance adds about 300 KiB of scratch
 * memory and is not safe for several threads. Deterministic.
 *
 * <pre>{@code
 * SentimentModel model = SentimentModel.english();
 * Sentiment sentiment = model.score(new Tokenizer().tokenize("love it"));
 * }</pre>
 */
public final class SentimentModel {
  /** The class shares that the probabilities assume. */
  public static final Sentiment TRAINING_PRIOR = new Sentiment(1 / 3d, 1 / 3d, 1 / 3d);

  private static final class English {
    static final SentimentParameters PARAMETERS = load("sentiment-en");

    private static SentimentParameters load(String artifact) {
      byte[] bytes = Artifact.load(artifact);
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
        return SentimentParameters.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final SentimentParameters parameters;
  private final SentimentFeatures features;
  private final float[] sums = new float[FeatureWeights.CLASSES];

  private SentimentModel(SentimentParameters parameters) {
    this.parameters = parameters;
    features = new SentimentFeatures(parameters.lexicon());
  }

  /**
   * The model for English that is shipped.
   *
   * @throws IllegalStateException where the artifact is missing or damaged
   */
  public static SentimentModel english() {
    return new SentimentModel(English.PARAMETERS);
  }

  /** A model with the given parameters. */
  public static SentimentModel of(SentimentParameters parameters) {
    return new SentimentModel(parameters);
  }

  /** The sentiment of a whole text. */
  public Sentiment score(Tokens tokens) {
    return score(tokens, TokenRange.all(tokens));
  }

  /**
   * The sentiment toward a target. Where the text names no other, the whole text counts; else the
   * clauses around the target, as {@link TargetContext} finds them. A target's own name counts as a
   * mere mention, whatever its words mean elsewhere ("Best Buy").
   *
   * @param target where the target is named, or {@link TextSpan#WHOLE}
   * @param otherTargets where others are named, in any order
   */
  public Sentiment scoreToward(Tokens tokens, TextSpan target, List<TextSpan> otherTargets) {
    return score(tokens, TargetContext.of(tokens, target, otherTargets));
  }

  private Sentiment score(Tokens tokens, TokenRange range) {
    features.extract(tokens, range);
    parameters.weights().sum(features, sums);
    double scale = 1 / Math.sqrt(features.size());
    return softmax(
        (parameters.negativeIntercept() + sums[0] * scale) / parameters.temperature(),
        (parameters.neutralIntercept() + sums[1] * scale) / parameters.temperature(),
        (parameters.positiveIntercept() + sums[2] * scale) / parameters.temperature());
  }

  private static Sentiment softmax(double negative, double neutral, double positive) {
    double largest = Math.max(negative, Math.max(neutral, positive));
    double a = StrictMath.exp(negative - largest);
    double b = StrictMath.exp(neutral - largest);
    double c = StrictMath.exp(positive - largest);
    double sum = a + b + c;
    return new Sentiment(a / sum, b / sum, c / sum);
  }
}
