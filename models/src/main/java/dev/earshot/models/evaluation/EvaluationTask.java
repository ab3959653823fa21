package dev.earshot.models.evaluation;

import java.util.Locale;

/** Task of the command {@code evaluate}: which answer of the models is compared with labels. */
public enum EvaluationTask {
  SENTIMENT,
  TARGET_SENTIMENT,
  TOPIC,
  INTENT,
  LANGUAGE,
  ACCOUNT;

  /** The name on the command line, in lower case with a hyphen. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a text may have several of the labels, or none. */
  public boolean isMultiLabel() {
    return this == TOPIC || this == INTENT;
  }

  /** The key of the task in the table of label words: both kinds of sentiment share theirs. */
  String labelKey() {
    return this == TARGET_SENTIMENT ? SENTIMENT.code() : code();
  }
}
