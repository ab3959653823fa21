package dev.earshot.models.episodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EpisodesTest {
  private static final long SILENCE = 3;
  private static final long BLOCK = 28;

  private static List<Long> begins(Iterable<Long> events) {
    Episodes episodes = new Episodes(SILENCE, BLOCK);
    List<Long> begins = new ArrayList<>();
    for (long at : events) {
      if (episodes.isBegunBy(at)) {
        begins.add(at);
      }
    }
    return begins;
  }

  @Test
  void aLongerSilenceEndsAnEpisode() {
    assertEquals(List.of(1L, 8L), begins(List.of(1L, 4L, 8L, 8L, 11L)));
  }

  /** Unbroken since 2: not for a whole block at 28, for longer than one at 56 and 84. */
  @Test
  void whatNeverPausesIsCutAtTheStartOfABlock() {
    List<Long> events = new ArrayList<>();
    for (long at = 2; at < 100; at += 3) {
      events.add(at);
    }
    assertEquals(List.of(2L, 56L, 86L), begins(events));
  }

  @Test
  void beforeTheEpochBlocksCountToo() {
    assertEquals(List.of(-60L, -28L, 0L), begins(every(-60, 3)));
  }

  private static List<Long> every(long from, long to) {
    List<Long> events = new ArrayList<>();
    for (long at = from; at < to; at++) {
      events.add(at);
    }
    return events;
  }

  /**
   * Seeded: dense and sparse events; a block and a silence before the block of an event suffice.
   */
  @Test
  void episodesOfABlockFollowFromTheBlockBefore() {
    SplitMix64 random = new SplitMix64(5);
    int checked = 0;
    for (int trial = 0; trial < 300; trial++) {
      TreeSet<Long> events = new TreeSet<>();
      long at = 0;
      while (at < 10 * BLOCK) {
        at += 1 + Math.floorMod(random.next(), trial % 10 == 0 ? 5 : 3);
        events.add(at);
      }
      List<Long> whole = begins(events);
      for (long block = 2; block < 9; block++) {
        long from = block * BLOCK;
        long to = from + BLOCK;
        List<Long> part = begins(events.subSet(from - BLOCK - SILENCE, to));
        assertEquals(
            whole.stream().filter(begin -> begin >= from && begin < to).toList(),
            part.stream().filter(begin -> begin >= from && begin < to).toList());
        checked++;
      }
      for (int i = 1; i < whole.size(); i++) {
        assertTrue(events.lower(whole.get(i)) - whole.get(i - 1) < 2 * BLOCK, "too long");
      }
    }
    assertEquals(2_100, checked);
  }
}
