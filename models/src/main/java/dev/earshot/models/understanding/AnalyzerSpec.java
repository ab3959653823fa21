package dev.earshot.models.understanding;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.topics.Taxonomy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which analyzer to use: small enough to travel to every worker, where the analyzer itself is built
 * once per process.
 *
 * @param kind the implementation
 * @param taxonomyYaml the text of the user's own taxonomy, or null for the general one; see {@link
 *     Taxonomy}
 */
public record AnalyzerSpec(AnalyzerKind kind, @Nullable String taxonomyYaml) {
  private static final Map<AnalyzerSpec, TextAnalyzer> SHARED = new ConcurrentHashMap<>();

  /** Earshot's own models and the general taxonomy. */
  public static AnalyzerSpec fast() {
    return new AnalyzerSpec(AnalyzerKind.FAST, null);
  }

  /**
   * The process's one analyzer of this specification, behind a {@link CachingAnalyzer}.
   *
   * @throws InvalidPhraseFileException where the taxonomy has mistakes
   * @throws MissingModelsException where CoreNLP's models are not on the class path
   */
  public TextAnalyzer build() {
    return SHARED.computeIfAbsent(this, spec -> CachingAnalyzer.of(spec.create()));
  }

  /** A new analyzer without a memory of texts. */
  public TextAnalyzer create() {
    Taxonomy taxonomy =
        taxonomyYaml == null ? Taxonomy.general() : Taxonomy.parse("the taxonomy", taxonomyYaml);
    return switch (kind) {
      case FAST -> FastAnalyzer.of(taxonomy);
      case CORENLP -> CoreNlpAnalyzer.of(taxonomy);
    };
  }
}
