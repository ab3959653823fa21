package dev.earshot.models.accounts;

import dev.earshot.models.statistics.proportions.RoganGladen.Proportion;
import org.jspecify.annotations.Nullable;

/**
 * How often {@link AccountSuspicion} is right by five signs - picture, description, followers,
 * friends, posts - where all five are known: counted on labelled sets of the network
 * (models/artifacts/accounts), none of which shaped a rule.
 *
 * @param sensitivity accounts that it calls suspicious, of those labelled as fake
 * @param specificity accounts that it does not call so, of those labelled as genuine
 */
public record SuspicionErrors(Proportion sensitivity, Proportion specificity) {
  /** Bought followers against people (Cresci and others 2015, E13 and INT). */
  private static final SuspicionErrors X =
      new SuspicionErrors(new Proportion(493, 646), new Proportion(719, 743));

  /** Fake accounts against genuine ones (InstaFake, Akyon and Kalfaoglu 2019). */
  private static final SuspicionErrors INSTAGRAM =
      new SuspicionErrors(new Proportion(72, 86), new Proportion(464, 494));

  /** The counts of a network; null for one of which no labelled set is known. */
  public static @Nullable SuspicionErrors of(String network) {
    return switch (network) {
      case "x" -> X;
      case "instagram" -> INSTAGRAM;
      default -> null;
    };
  }
}
