package dev.earshot.models.understanding;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicSelection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which analyzer to use: small enough to travel to every worker, where the analyzer itself is built
 * once per process.
 *
 * @param kind the implementation
 * @param topics which topics to look for
 */
public record AnalyzerSpec(AnalyzerKind kind, TopicSelection topics) {
  private static final Map<AnalyzerSpec, TextAnalyzer> SHARED = new ConcurrentHashMap<>();

  /** Earshot's own models and the general taxonomy. */
  public static AnalyzerSpec fast() {
    return new AnalyzerSpec(AnalyzerKind.FAST, TopicSelection.general());
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
    Taxonomy taxonomy = topics.taxonomy();
    return switch (kind) {
      case FAST -> FastAnalyzer.of(taxonomy);
      case CORENLP -> CoreNlpAnalyzer.of(taxonomy);
    };
  }
}
