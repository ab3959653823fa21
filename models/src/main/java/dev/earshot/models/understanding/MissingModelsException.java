package dev.earshot.models.understanding;

import java.util.List;

/** Model files of CoreNLP are not on the class path; the message says how to get them. */
public final class MissingModelsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingModelsException(List<String> missing) {
    super(
        "CoreNLP's model files are not on the class path: "
            + String.join(", ", missing)
            + ". Run scripts/fetch-corenlp-models (919 MB, fetched once) and add the two jars that"
            + " it prints to the class path, or choose --analysis fast.");
  }
}
