package dev.earshot.models.understanding;

/** The implementations of {@link TextAnalyzer} that can be asked for. */
public enum AnalyzerKind {
  /** Earshot's own models: tens of thousands of texts a second and core. */
  FAST,
  /** Sentiment by Stanford CoreNLP's parser: tens of texts a second and core. */
  CORENLP
}
