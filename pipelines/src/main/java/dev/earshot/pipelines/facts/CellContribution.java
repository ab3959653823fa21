package dev.earshot.pipelines.facts;

import java.util.List;

/**
 * What is said in a cell, in part: so many authors alike, so many reposts, or so many mentions in a
 * language. Whole numbers, so that parts add up exactly in any order.
 *
 * @param count how many of them
 */
public record CellContribution(Part part, long count) {

  /** What there is so many of. */
  public sealed interface Part permits AuthorDays, RepostDay, LanguageDay {}

  /**
   * All that one author says in the cell.
   *
   * @param days ascending
   */
  public record AuthorDays(List<DaySaid> days) implements Part {}

  /** What one author says on one day, days since the epoch. */
  public record DaySaid(int day, SaidByDimension said) {}

  /**
   * A repost.
   *
   * @param dimensions those that it touches, as bits
   */
  public record RepostDay(int day, int dimensions) implements Part {}

  /** A classified mention in a language, in a cell of all languages. */
  public record LanguageDay(int day, String language) implements Part {}
}
