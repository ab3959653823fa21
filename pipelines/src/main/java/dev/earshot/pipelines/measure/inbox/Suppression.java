package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.measure.kit.Week;
import java.util.List;

/**
 * Which figures of a brand's direct messages in a block are published: cells are periods (days,
 * weeks, the block) by networks and all of them together.
 *
 * <p>A cell of one to nine people is small and is never published. Others are, one after the other,
 * unless some small cell could then be told too narrowly from all that is published: the greatest
 * number of people that it may have, less the least, must stay at least ten, and at least five for
 * a reader who is told which cells are small: two cells of at most nine are nine each where they
 * are 18 together ({@link CellGraph}; cell suppression with feasibility intervals, M. Fischetti and
 * J. J. Salazar 2001, "Solving the cell suppression problem on tabular data with linear
 * constraints", Management Science 47).
 *
 * <p>What was published cannot be taken back, so nothing depends on what comes later. Days are
 * decided in their order. Each day, first comes what its week might say if it ended now, then the
 * day itself: a small day hides the next one rather than its week. A week is published when it is
 * over, with what was kept for it; the block at last, where it gives nothing away. Among the
 * networks it is the order of names that counts, not of size, which would tell something.
 *
 * <p>Why it holds. Conversations and messages add up over days and networks; people do where each
 * counts on the first of their days in the block. These numbers are flows, and every other flow
 * that agrees with the published cells is a table that the reader cannot rule out. (1) Before a day
 * nothing is said of it, so its arcs are free and no interval gets narrower by it; each publication
 * after is tried on all small cells: every small cell keeps its ten, whenever a run looks. (2) A
 * set of cells whose total follows from published ones and that holds a small cell has at least ten
 * people, as the small one could have so many; and a set of fewer than ten people consists of small
 * cells. So no sum or difference of published cells is about fewer than ten people. (3) In each
 * cell there are at least as many conversations as people who are new, so theirs vary at least as
 * far.
 *
 * <p>The reader may know this class. That a cell is hidden then tells that it is small or stands by
 * a small one; that there are rows from a day on, that somebody wrote on it. Distinct people of
 * weeks, rates and medians do not add up; what they tell together is not looked at.
 */
final class Suppression {
  static final long MINIMUM_PEOPLE = 10;

  private final long minimum;
  private final PeopleTable table;

  private Suppression(long minimum, PeopleTable table) {
    this.minimum = minimum;
    this.table = table;
  }

  /**
   * Decides on the cells of a block.
   *
   * @param dayCount days of it that are over
   * @return the same cells, of which those to be published are fixed
   */
  static PeopleTable decided(int dayCount, List<InboxPeople> networks) {
    return decided(
        MINIMUM_PEOPLE, new PeopleTable(Week.DAYS, Period.WEEKS_PER_BLOCK, networks), dayCount);
  }

  /**
   * Decides on the cells of a table whose weeks have any size.
   *
   * @param minimum people of a cell that is not small
   */
  static PeopleTable decided(long minimum, PeopleTable table, int dayCount) {
    Suppression suppression = new Suppression(minimum, table);
    for (int day = 0; day < dayCount; day++) {
      suppression.decide(day);
    }
    return table;
  }

  /** Hides nothing: what people say in the open. */
  static PeopleTable everything(int dayCount, List<InboxPeople> networks) {
    PeopleTable table = new PeopleTable(Week.DAYS, Period.WEEKS_PER_BLOCK, networks);
    for (int day = 0; day < dayCount; day++) {
      table.begin(day);
    }
    table.cells().forEach(table::publish);
    return table;
  }

  private void decide(int day) {
    table.begin(day);
    CellGraph.Bounds told = table.told(minimum, day);
    int week = table.weekOf(day);
    offer(week, told);
    offer(day, told);
    if (!table.isLastOfWeek(day)) {
      table.cellsOf(week).forEach(table::hide);
    } else if (table.isLastOfBlock(day)) {
      offer(table.block(), told);
    }
  }

  /** Publishes what it can of a period, all networks together first. */
  private void offer(int period, CellGraph.Bounds told) {
    table
        .cellsOf(period)
        .filter(cell -> table.people(cell) >= minimum)
        .forEach(
            cell -> {
              table.publish(cell);
              if (!areSmallCellsVague(told)) {
                table.hide(cell);
              }
            });
  }

  private boolean areSmallCellsVague(CellGraph.Bounds told) {
    return table
        .cells()
        .filter(cell -> table.people(cell) > 0 && table.people(cell) < minimum)
        .allMatch(
            cell ->
                table.isVaguerThan(minimum, cell, table.outside())
                    && table.isVaguerThan(minimum / 2, cell, told));
  }
}
