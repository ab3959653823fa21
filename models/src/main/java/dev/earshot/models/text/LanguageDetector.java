package dev.earshot.models.text;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a short text: by its script where one language stands for the script, else
 * by multinomial logistic regression over {@link LanguageFeatures} among the script's languages.
 * Quality, data and recipe stand in the artifact's model card.
 *
 * <p>Parameters are loaded once per JVM and shared; an instance is cheap and not safe for several
 * threads. Deterministic.
 *
 * <pre>{@code
 * String language = LanguageDetector.create().detect(tokens); // "en", or null
 * }</pre>
 */
public final class LanguageDetector {
  /** The least probability with which a language is stated. */
  private static final double LEAST_PROBABILITY = 0.5;

  /** In Latin letters, it is not told by words such as "hi", which English has too. */
  private static final String HINDI = "hi";

  private static final String ENGLISH = "en";

  private static final Set<String> CYRILLIC = Set.of("bg", "ru", "sr", "uk");
  private static final Set<String> ARABIC = Set.of("ar", "fa", "ur");

  private static final class Shipped {
    static final LanguageParameters PARAMETERS = load();

    private static LanguageParameters load() {
      byte[] bytes = Artifact.load("language");
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
        return LanguageParameters.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final LanguageParameters parameters;
  private final List<String> languages;
  private final WritingSystem[] systems;
  private final LanguageFeatures features = new LanguageFeatures();
  private final float[] scores;
  private double confidence;

  private LanguageDetector(LanguageParameters parameters) {
    this.parameters = parameters;
    languages = parameters.languages();
    systems = languages.stream().map(LanguageDetector::system).toArray(WritingSystem[]::new);
    scores = new float[languages.size()];
  }

  /**
   * The detector with the shipped parameters.
   *
   * @throws IllegalStateException where the artifact is missing or damaged
   */
  public static LanguageDetector create() {
    return new LanguageDetector(Shipped.PARAMETERS);
  }

  /** A detector with the given parameters. */
  public static LanguageDetector of(LanguageParameters parameters) {
    return new LanguageDetector(parameters);
  }

  /**
   * The language of a text.
   *
   * @return an ISO 639-1 code (Norwegian as {@code nb} or {@code nn}), or null where the text has
   *     no words or no language has at least an even chance
   */
  public @Nullable String detect(Tokens tokens) {
    features.extract(tokens);
    String language = ofFeatures(true);
    return HINDI.equals(language) && features.scripts().main() == WritingSystem.LATIN
        ? hindiOrOther(tokens)
        : language;
  }

  /** Hindi where words say so that no other language has; else English, if it is that at all. */
  private @Nullable String hindiOrOther(Tokens tokens) {
    String english = ofFeatures(false);
    double sure = confidence;
    features.extractUnambiguous(tokens);
    String language = ofFeatures(true);
    if (language == null && ENGLISH.equals(english)) {
      confidence = sure;
      return english;
    }
    return language;
  }

  private @Nullable String ofFeatures(boolean mayBeHindi) {
    WritingSystem system = features.scripts().main();
    confidence = 1;
    if (!system.hasModel()) {
      return system.language();
    }
    parameters.score(features, scores);
    int best = -1;
    for (int k = 0; k < scores.length; k++) {
      if (isCandidate(k, system, mayBeHindi) && (best < 0 || scores[k] > scores[best])) {
        best = k;
      }
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      if (isCandidate(k, system, mayBeHindi)) {
        sum += StrictMath.exp(scores[k] - scores[best]);
      }
    }
    confidence = 1 / sum;
    return confidence >= LEAST_PROBABILITY ? languages.get(best) : null;
  }

  private boolean isCandidate(int k, WritingSystem system, boolean mayBeHindi) {
    return systems[k] == system && (mayBeHindi || !HINDI.equals(languages.get(k)));
  }

  /** The probability of the language that was last detected; 1 where its script told it. */
  public double confidence() {
    return confidence;
  }

  private static WritingSystem system(String language) {
    if (CYRILLIC.contains(language)) {
      return WritingSystem.CYRILLIC;
    }
    return ARABIC.contains(language) ? WritingSystem.ARABIC : WritingSystem.LATIN;
  }
}
