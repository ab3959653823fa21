package dev.earshot.models.understanding;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicSelection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which analyzer to use: small enough to travel to every worker, where the analyzer itself is built
 * once per process.
 *
 * @param kind the implementation
 * @param topics which topics to look for
 * @param dimensionsYaml the text of the user's own dimensions of reputation, or null for the
 *     shipped ones; see {@link ReputationDimensions}
 */
public record AnalyzerSpec(
    AnalyzerKind kind, TopicSelection topics, @Nullable String dimensionsYaml) {
  private static final Map<AnalyzerSpec, TextAnalyzer> SHARED = new ConcurrentHashMap<>();

  /** Earshot's own models and the shipped taxonomies. */
  public static AnalyzerSpec fast() {
    return new AnalyzerSpec(AnalyzerKind.FAST, TopicSelection.general(), null);
  }

  /**
   * The process's one analyzer of this specification, behind a {@link CachingAnalyzer}.
   *
   * @throws InvalidPhraseFileException where taxonomy or dimensions have mistakes
   * @throws MissingModelsException where CoreNLP's models are not on the class path
   */
  public TextAnalyzer build() {
    return SHARED.computeIfAbsent(this, spec -> CachingAnalyzer.of(spec.create()));
  }

  /** A new analyzer without a memory of texts. */
  public TextAnalyzer create() {
    Taxonomy taxonomy = topics.taxonomy();
    ReputationDimensions dimensions = ReputationDimensions.of(dimensionsYaml);
    return switch (kind) {
      case FAST -> FastAnalyzer.of(taxonomy, dimensions);
      case CORENLP -> CoreNlpAnalyzer.of(taxonomy, dimensions);
    };
  }
}
