package dev.earshot.pipelines.measure.windows;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands in a cell's sliding window on days in a row on which it does not change. Its size
 * depends on how differently authors speak, not on how many there are.
 *
 * @param window days in the window
 * @param firstDay the first of these days, since the epoch
 * @param lastDay the last of them
 * @param all every mention once
 * @param dimensions the dimensions that a mention touches, ascending
 * @param moments what authors say in several dimensions at once, as {@link
 *     dev.earshot.models.statistics.authors.AuthorMoments#toArray} writes it
 * @param languages classified mentions by language, in a cell of all languages; empty elsewhere
 * @param authorsBefore for each of these days, the authors in the {@link WindowLengths#LONGEST}
 *     days before the window, added up over stretches as long as the window; none for the trailing
 *     window
 */
public record WindowState(
    int window,
    int firstDay,
    int lastDay,
    Part all,
    List<Part> dimensions,
    List<Long> moments,
    List<Spoken> languages,
    List<Long> authorsBefore) {

  /** So many classified mentions in a language. */
  public record Spoken(String language, long mentions) {}

  /**
   * Authors and mentions of one dimension or of all.
   *
   * @param dimension its place in the run's dimensions; -1 stands for all
   * @param authors authors with a mention, classified or not
   * @param unclassified mentions without a sentiment
   * @param reposts reposts
   * @param tallies the authors' classified mentions, as {@link
   *     dev.earshot.models.quantification.AuthorSentiments#toArray} writes them
   */
  public record Part(
      int dimension, long authors, long unclassified, long reposts, List<Long> tallies) {}

  /** The authors before the window that ends on a day. */
  public long authorsBefore(int day) {
    return authorsBefore.get(day - firstDay);
  }

  /** The days that have begun. */
  public IntStream daysUntil(int clock) {
    return IntStream.rangeClosed(firstDay, Math.min(lastDay, clock));
  }
}
