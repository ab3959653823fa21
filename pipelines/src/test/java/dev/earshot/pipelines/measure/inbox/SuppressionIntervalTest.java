package dev.earshot.pipelines.measure.inbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.measure.inbox.SmallTable.Range;
import dev.earshot.pipelines.measure.inbox.SmallTable.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a reader can find out about small cells, by counting through all tables that may be. */
class SuppressionIntervalTest {
  private static final int TABLES = 300;

  /** Sums and differences of what is published, over days, weeks, the block and networks. */
  @Test
  void everySmallCellCouldHaveManyValues() {
    Random random = new Random(11);
    int visible = 0;
    for (int trial = 0; trial < TABLES; trial++) {
      boolean isLong = trial % 15 == 0;
      SmallTable table = SmallTable.random(random, new Size(3, 2, isLong ? 2 : 1, 2));
      assertWidth(table, table.ranges(false), 3);
      assertWidth(table, table.ranges(true), 1);
      visible += table.isPublished(table.size().cell(table.size().days(), 0)) ? 1 : 0;
    }
    assertTrue(visible > TABLES / 2, "weeks are published: " + visible);
  }

  private static void assertWidth(SmallTable table, Map<Integer, Range> ranges, long width) {
    table
        .smallCells()
        .forEach(
            cell -> {
              Range range = ranges.get(cell);
              assertTrue(
                  range.most() - range.least() >= width,
                  () -> table + " tells that cell " + cell + " is in " + range);
            });
  }

  /** Also for a reader who knows the rules, and asks which tables would be published so. */
  @Test
  void noSmallNetworkOfADayFollowsFromTheRules() {
    assertRulesTellLittle(new Size(10, 1, 1, 3), 40);
  }

  @Test
  void noSmallDayOfANetworkFollowsFromTheRules() {
    assertRulesTellLittle(new Size(10, 3, 1, 1), 40);
  }

  private static void assertRulesTellLittle(Size size, int mostPeople) {
    Map<String, List<SmallTable>> published = new HashMap<>();
    fill(size, new long[size.days()][size.networks()], 0, mostPeople, published);
    int week = size.cell(size.days(), 0);
    for (List<SmallTable> tables : published.values()) {
      // Where the sum is not told, there are more such tables than were counted through.
      if (tables.get(0).isPublished(week)) {
        Set<Integer> small = new TreeSet<>();
        tables.forEach(table -> table.smallCells().forEach(small::add));
        for (int cell : small) {
          long values = tables.stream().map(table -> table.value(cell)).distinct().count();
          assertTrue(values >= 4, () -> tables.get(0) + ": cell " + cell + " is in " + values);
        }
      }
    }
  }

  private static void fill(
      Size size, long[][] byDay, int place, int left, Map<String, List<SmallTable>> published) {
    if (place == size.days() * size.networks()) {
      long[][] own = Arrays.stream(byDay).map(long[]::clone).toArray(long[][]::new);
      SmallTable table = SmallTable.ofPeopleWhoComeOnce(size, own);
      published.computeIfAbsent(table.published(), any -> new ArrayList<>()).add(table);
      return;
    }
    for (int people = 0; people <= left; people++) {
      byDay[place / size.networks()][place % size.networks()] = people;
      fill(size, byDay, place + 1, left - people, published);
    }
  }
}
