package dev.earshot.pipelines.measure.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final int WEEK = 28;
  private static final int BLOCK = 32;

  /** People by day, each of whom comes once. */
  private static InboxPeople once(String network, long... byDay) {
    return new InboxPeople(network, byDay, byDay, byDay);
  }

  private static PeopleTable decided(InboxPeople... networks) {
    return Suppression.decided(networks[0].ofDay().length, List.of(networks));
  }

  private static List<Integer> published(PeopleTable table, int from, int to) {
    return IntStream.range(from, to)
        .filter(period -> table.publishedColumns(period).contains("all"))
        .boxed()
        .toList();
  }

  private static long[] block(long[]... weeks) {
    return List.of(weeks).stream().flatMapToLong(Arrays::stream).toArray();
  }

  private static long[] week(long... days) {
    return days;
  }

  @Test
  void nothingIsHiddenWhereEveryCellIsLarge() {
    PeopleTable table =
        decided(once("x", 10, 12, 10, 10, 10, 10, 10), once("y", 10, 10, 11, 10, 10, 10, 10));
    for (int period : List.of(0, 1, 2, 3, 4, 5, 6, WEEK)) {
      assertEquals(Set.of("all", "x", "y"), table.publishedColumns(period));
    }
  }

  @Test
  void whatIsTooSmallByDayIsThereByWeek() {
    PeopleTable table = decided(once("x", 3, 0, 2, 1, 4, 0, 2));
    assertEquals(List.of(), published(table, 0, 7));
    assertEquals(Set.of("all", "x"), table.publishedColumns(WEEK));
  }

  @Test
  void whatIsTooSmallByWeekIsThereByBlock() {
    long[] week = week(1, 0, 0, 1, 0, 1, 0);
    PeopleTable table = decided(once("x", block(week, week, week, week)));
    assertEquals(List.of(BLOCK), published(table, 0, BLOCK + 1));
  }

  /** Otherwise the week less its other days would give the small one away. */
  @Test
  void aSmallDayTakesTheNextWithIt() {
    PeopleTable table = decided(once("x", 20, 9, 15, 12, 13, 14, 15));
    assertEquals(List.of(0, 3, 4, 5, 6, WEEK), published(table, 0, BLOCK));
  }

  @Test
  void aSmallLastDayTakesItsWeekWithItAndThatTheBlock() {
    long[] large = week(15, 15, 15, 15, 15, 15, 15);
    PeopleTable table =
        decided(once("x", block(week(15, 15, 15, 15, 15, 15, 9), large, large, large)));
    assertEquals(List.of(WEEK + 1, WEEK + 2, WEEK + 3), published(table, WEEK, BLOCK + 1));
  }

  /** The last of the names, not the smallest network: what is smallest would be told. */
  @Test
  void aSmallNetworkTakesTheLastWithIt() {
    PeopleTable table =
        decided(once("a", 30), once("b", 11), once("c", 4), once("d", 12), once("e", 90));
    assertEquals(Set.of("all", "a", "b", "d"), table.publishedColumns(0));
  }

  @Test
  void aLoneSmallNetworkOfTwoTakesBothWithIt() {
    PeopleTable table = decided(once("a", 30), once("b", 4));
    assertEquals(Set.of("all"), table.publishedColumns(0));
  }

  /** Each day is published as if none were to follow: what a later run adds takes nothing back. */
  @Test
  void aLaterRunHidesNoMore() {
    Random random = new Random(5);
    for (int trial = 0; trial < 40; trial++) {
      long[][] byDay = new long[2][28];
      for (long[] network : byDay) {
        long usual = 2L + random.nextInt(25);
        for (int day = 0; day < network.length; day++) {
          network[day] = random.nextInt((int) usual);
        }
      }
      PeopleTable whole = decided(once("x", byDay[0]), once("y", byDay[1]));
      for (int days = 1; days < 28; days += 3) {
        PeopleTable part =
            decided(
                once("x", Arrays.copyOf(byDay[0], days)), once("y", Arrays.copyOf(byDay[1], days)));
        for (int period = 0; period < days; period++) {
          assertEquals(whole.publishedColumns(period), part.publishedColumns(period));
        }
      }
    }
  }
}
