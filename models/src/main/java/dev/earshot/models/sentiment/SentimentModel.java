package dev.earshot.models.sentiment;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.text.Artifact;
import dev.earshot.models.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sentiment of social text in one language: multinomial logistic regression over {@link
 * SentimentFeatures}, scaled to unit length, to whose scores those of small convolutional networks
 * are added where the language has them ({@link WordConvolution}).
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

  /** ISO 639-1 codes of the languages that a model is shipped for. */
  public static final Set<String> LANGUAGES =
      Set.of("ar", "de", "en", "es", "fr", "hi", "it", "pt");

  private static final int FINGERPRINT_DIGITS = 12;

  /**
   * A part of a text shows less than the text, so it looks neutral too often; see the model card.
   */
  private static final double NEUTRAL_EXCESS = 0.15;

  /** Logarithm of the odds by which a comparison raises or lowers a target. */
  private static final double COMPARED = 1.5;

  private static final Map<String, SentimentParameters> SHIPPED = new ConcurrentHashMap<>();

  /** The same for a phrase that says something else than its words. */
  private static final double TURNED = 2.5;

  private final SentimentParameters parameters;
  private final @Nullable Turns turns;
  private final TokenForms ownForms = new TokenForms();
  private final SentimentFeatures features;
  private final List<WordConvolution.Scratch> scratch;
  private final float[] sums = new float[FeatureWeights.CLASSES];
  private final double[] scores = new double[FeatureWeights.CLASSES];

  private SentimentModel(SentimentParameters parameters, @Nullable Turns turns) {
    this.parameters = parameters;
    this.turns = turns;
    features = new SentimentFeatures(parameters.lexicon());
    scratch = parameters.networks().stream().map(WordConvolution.Scratch::new).toList();
  }

  /**
   * The model for English that is shipped.
   *
   * @throws IllegalStateException where the artifact is missing or damaged
   */
  public static SentimentModel english() {
    return ofLanguage("en");
  }

  /**
   * The model for a language that is shipped.
   *
   * @param language one of {@link #LANGUAGES}
   * @throws IllegalArgumentException where there is none
   * @throws IllegalStateException where the artifact is missing or damaged
   */
  public static SentimentModel ofLanguage(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("no sentiment model for the language " + language);
    }
    return new SentimentModel(
        SHIPPED.computeIfAbsent(language, SentimentModel::load),
        language.equals("en") ? new Turns(TurnedPhrases.english()) : null);
  }

  /**
   * What tells the shipped model of a language from another: the beginning of its SHA-256.
   *
   * @return twelve hexadecimal digits, or null where no model is shipped
   */
  public static @Nullable String fingerprint(String language) {
    return LANGUAGES.contains(language)
        ? Artifact.checksum("sentiment-" + language).substring(0, FINGERPRINT_DIGITS)
        : null;
  }

  private static SentimentParameters load(String language) {
    byte[] bytes = Artifact.load("sentiment-" + language);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return SentimentParameters.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A model with the given parameters, and nothing beside them. */
  public static SentimentModel of(SentimentParameters parameters) {
    return new SentimentModel(parameters, null);
  }

  /** The sentiment of a whole text. */
  public Sentiment score(Tokens tokens) {
    return score(read(tokens));
  }

  /**
   * The sentiment of a whole text.
   *
   * @param forms of its tokens, for English with their base forms
   */
  public Sentiment score(TokenForms forms) {
    Tokens tokens = forms.tokens();
    findTurns(forms);
    setScores(tokens, TokenRange.all(tokens));
    Sentiment sentiment = probabilities();
    if (turns != null && !turns.isEmpty()) {
      features.extract(tokens);
    }
    return sentiment;
  }

  private TokenForms read(Tokens tokens) {
    ownForms.read(tokens, turns != null);
    return ownForms;
  }

  private void findTurns(TokenForms forms) {
    if (turns != null) {
      turns.find(forms);
    }
  }

  /** The features of the text that was scored last, valid until the next call. */
  public SentimentFeatures features() {
    return features;
  }

  /**
   * The sentiment toward a target: the mean of the scores of the stretch that speaks of it, as
   * {@link TargetContext} finds it (the whole text where no other target is named), and of its own
   * clause ({@link TargetClause}), unless the target is alone and its clause neutral; raised or
   * lowered where the text compares it with something else ({@link Comparison}). A target's own
   * name counts as a mere mention, whatever its words mean elsewhere ("Best Buy").
   *
   * @param target where the target is named, or {@link TextSpan#WHOLE}
   * @param otherTargets where others are named, in any order
   */
  public Sentiment scoreToward(Tokens tokens, TextSpan target, List<TextSpan> otherTargets) {
    return scoreToward(read(tokens), target, otherTargets);
  }

  /** The same of tokens whose forms are read, for English with their base forms. */
  public Sentiment scoreToward(TokenForms forms, TextSpan target, List<TextSpan> otherTargets) {
    Tokens tokens = forms.tokens();
    TokenRange context = TargetContext.of(tokens, target, otherTargets);
    findTurns(forms);
    setScores(tokens, context);
    if (target.start() == target.end() || context.targets().isEmpty()) {
      return probabilities();
    }
    TokenRange clause = TargetClause.of(tokens, target, context);
    boolean isShared = !otherTargets.isEmpty();
    if (!clause.equals(context)) {
      addClause(tokens, clause, isShared);
    }
    if (isShared) {
      scores[1] -= NEUTRAL_EXCESS * parameters.temperature();
    }
    raise(Comparison.of(tokens, target) * COMPARED);
    return probabilities();
  }

  /** Moves the scores from negative to positive by so much in log odds each. */
  private void raise(double shift) {
    scores[0] -= shift * parameters.temperature();
    scores[2] += shift * parameters.temperature();
  }

  /**
   * The mean with the scores of the target's clause. A clause without an opinion counts in a text
   * that speaks of others too; where the target is alone, what the rest says is about it.
   */
  private void addClause(Tokens tokens, TokenRange clause, boolean isShared) {
    double[] contextScores = scores.clone();
    setScores(tokens, clause);
    boolean isNeutral = scores[1] >= scores[0] && scores[1] >= scores[2];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = isNeutral && !isShared ? contextScores[k] : (scores[k] + contextScores[k]) / 2;
    }
  }

  /** Sets {@link #scores}. */
  private void setScores(Tokens tokens, TokenRange range) {
    features.extract(tokens, range, turns);
    parameters.weights().sum(features, sums);
    double scale = 1 / Math.sqrt(features.size());
    scores[0] = parameters.negativeIntercept() + sums[0] * scale;
    scores[1] = parameters.neutralIntercept() + sums[1] * scale;
    scores[2] = parameters.positiveIntercept() + sums[2] * scale;
    for (int i = 0; i < scratch.size(); i++) {
      parameters.networks().get(i).addScores(features.trace(), scratch.get(i), scores);
    }
    if (turns != null) {
      raise(turns.direction(range) * TURNED);
    }
  }

  private Sentiment probabilities() {
    double temperature = parameters.temperature();
    return softmax(scores[0] / temperature, scores[1] / temperature, scores[2] / temperature);
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
