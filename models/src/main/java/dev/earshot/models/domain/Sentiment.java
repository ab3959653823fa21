package dev.earshot.models.domain;

/**
 * Class probabilities of a sentiment; they add up to one.
 *
 * @param negative probability of negative
 * @param neutral probability of neutral
 * @param positive probability of positive
 */
public record Sentiment(double negative, double neutral, double positive) {

  /** The most probable class; ties go to neutral, then to negative. */
  public Polarity polarity() {
    if (neutral >= negative && neutral >= positive) {
      return Polarity.NEUTRAL;
    }
    return negative >= positive ? Polarity.NEGATIVE : Polarity.POSITIVE;
  }
}
