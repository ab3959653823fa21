package dev.earshot.pipelines.sources.platforms.x;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class XIdsTest {
  /** (1602700000000000002 >> 22) + 1288834974657 ms. */
  @Test
  void anIdTellsWhenItsPostWasMade() {
    assertEquals(
        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2022-12-13T16:20:31.383Z")),
        XIds.madeAtMicros("1602700000000000002"));
    assertNull(XIds.madeAtMicros("29700859247"));
    assertNull(XIds.madeAtMicros("a post"));
  }
}
