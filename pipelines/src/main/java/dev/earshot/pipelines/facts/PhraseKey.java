package dev.earshot.pipelines.facts;

/**
 * A key phrase of a brand on a day.
 *
 * @param day local date of the brand, days since the epoch
 */
public record PhraseKey(String brandId, String phrase, int day) {
  /** The phrase alone. */
  public PhraseText text() {
    return new PhraseText(phrase);
  }

  /** Who used it. */
  public PhraseDay with(PhraseCount count) {
    return new PhraseDay(brandId, day, count);
  }
}
