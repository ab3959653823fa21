package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.facts.AboutPerson.Automation;

/**
 * Messages that nobody wrote, by what told it.
 *
 * @param notices events that a platform puts among messages; out of scope
 * @param byField automatic replies by a field of the platform or the mapping
 * @param byBrandFile by a text under {@code automated} in the brand file
 * @param byKnownText by a default text of a platform
 * @param byRepetition texts that many persons got, sent within seconds
 * @param bySpeed sent sooner than anybody types, and the same text again
 */
public record AutomaticCounts(
    long notices,
    long byField,
    long byBrandFile,
    long byKnownText,
    long byRepetition,
    long bySpeed) {
  static final AutomaticCounts NONE = new AutomaticCounts(0, 0, 0, 0, 0, 0);
  static final AutomaticCounts NOTICE = new AutomaticCounts(1, 0, 0, 0, 0, 0);

  static AutomaticCounts of(Automation automation) {
    return switch (automation) {
      case FIELD -> new AutomaticCounts(0, 1, 0, 0, 0, 0);
      case BRAND_FILE -> new AutomaticCounts(0, 0, 1, 0, 0, 0);
      case KNOWN_TEXT -> new AutomaticCounts(0, 0, 0, 1, 0, 0);
      case REPETITION -> new AutomaticCounts(0, 0, 0, 0, 1, 0);
      case SPEED -> new AutomaticCounts(0, 0, 0, 0, 0, 1);
    };
  }

  /** The sum of both. */
  public AutomaticCounts plus(AutomaticCounts other) {
    return new AutomaticCounts(
        notices + other.notices,
        byField + other.byField,
        byBrandFile + other.byBrandFile,
        byKnownText + other.byKnownText,
        byRepetition + other.byRepetition,
        bySpeed + other.bySpeed);
  }

  /** Automatic replies, told in any way. */
  public long replies() {
    return byField + byBrandFile + byKnownText + byRepetition + bySpeed;
  }
}
