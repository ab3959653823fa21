package dev.earshot.models.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three-day assist of one customer: orders shortly after an interaction with the brand (A)
 * beside orders as shortly before one (B). Someone who buys often does so before and after; only
 * what A has more than B can be due to the interaction. Both windows are mirrors of one another in
 * every rule: the nearest interaction counts, each order counts once in each, and not with a click
 * on a link between the two.
 */
public final class Assists {
  /** The windows reach three days. */
  public static final long WINDOW_MICROS = 3L * 24 * 3600 * 1_000_000;

  private Assists() {}

  /**
   * An interaction of the customer with the brand.
   *
   * @param atMicros when
   * @param isServiceIssue whether the customer complained or reported a technical issue
   */
  public record Interaction(long atMicros, boolean isServiceIssue) {}

  /**
   * An order under the interaction that it counts at.
   *
   * @param interaction its place in {@link #exposures}
   * @param isAfter true for A, false for B
   */
  public record Count(int interaction, boolean isAfter) {}

  /**
   * The interactions that can assist, in order of time: no service issue, none in the three days
   * before, and old enough for the window after it to be complete.
   *
   * @param asOfMicros the end of the data
   */
  public static List<Interaction> exposures(List<Interaction> interactions, long asOfMicros) {
    List<Interaction> ordered = new ArrayList<>(interactions);
    ordered.sort(Comparator.comparingLong(Interaction::atMicros));
    List<Interaction> exposures = new ArrayList<>();
    Long issueAt = null;
    for (Interaction interaction : ordered) {
      if (interaction.isServiceIssue()) {
        issueAt = interaction.atMicros();
      }
      boolean isAfterIssue = issueAt != null && interaction.atMicros() - issueAt <= WINDOW_MICROS;
      if (!isAfterIssue && interaction.atMicros() <= asOfMicros - WINDOW_MICROS) {
        exposures.add(interaction);
      }
    }
    return exposures;
  }

  /**
   * The orders that count, each at most once as A and once as B.
   *
   * @param exposures as {@link #exposures} gives them
   * @param orders times of the customer's orders
   * @param clicks times of the customer's visits by a click
   */
  public static List<Count> counts(
      List<Interaction> exposures, List<Long> orders, List<Long> clicks) {
    List<Count> counts = new ArrayList<>();
    for (long order : orders) {
      Integer before = null;
      Integer after = null;
      for (int i = 0; i < exposures.size(); i++) {
        long at = exposures.get(i).atMicros();
        if (at < order) {
          before = i;
        } else if (at > order && after == null) {
          after = i;
        }
      }
      add(before, order, true, exposures, clicks, counts);
      add(after, order, false, exposures, clicks, counts);
    }
    return counts;
  }

  private static void add(
      @Nullable Integer exposure,
      long order,
      boolean isAfter,
      List<Interaction> exposures,
      List<Long> clicks,
      List<Count> counts) {
    if (exposure == null) {
      return;
    }
    long at = exposures.get(exposure).atMicros();
    long from = Math.min(at, order);
    long to = Math.max(at, order);
    boolean isClicked = clicks.stream().anyMatch(click -> click >= from && click <= to);
    if (to - from <= WINDOW_MICROS && !isClicked) {
      counts.add(new Count(exposure, isAfter));
    }
  }
}
