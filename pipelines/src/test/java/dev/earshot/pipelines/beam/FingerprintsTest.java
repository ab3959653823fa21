package dev.earshot.pipelines.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  @Test
  void theBorderBetweenTheStringsCounts() {
    assertNotEquals(Fingerprints.of("ab", "c"), Fingerprints.of("a", "bc"));
    assertNotEquals(Fingerprints.of("", "a"), Fingerprints.of("a", ""));
    assertNotEquals(Fingerprints.of("a", "b"), Fingerprints.of("b", "a"));
  }

  @Test
  void idsThatFollowOneAnotherDoNotMeet() {
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      seen.add(Fingerprints.of("x", Long.toString(2_030_000_000_000_000_000L + i)));
      seen.add(Fingerprints.of("mastodon", Long.toString(i)));
    }
    assertEquals(400_000, seen.size());
  }

  @Test
  void theFingerprintDoesNotDependOnTheKindOfCharacterSequence() {
    assertEquals(
        Fingerprints.of("x", "1234"), Fingerprints.of("x", java.nio.CharBuffer.wrap("1234")));
  }
}
