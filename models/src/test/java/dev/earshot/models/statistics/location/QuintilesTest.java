package dev.earshot.models.statistics.location;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuintilesTest {
  private static List<Integer> fifths(long... values) {
    Quintiles quintiles = Quintiles.of(Arrays.stream(values));
    return Arrays.stream(values).mapToObj(quintiles::of).toList();
  }

  @Test
  void tenDifferentValuesAreTwoInEach() {
    assertEquals(List.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5), fifths(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  }

  /** Seven of ten bought once: all of them are in the lowest fifth, and no one is in the next. */
  @Test
  void tiesAreInTheLowestFifthThatTheyReach() {
    assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 4, 5, 5), fifths(1, 1, 1, 1, 1, 1, 1, 2, 3, 4));
  }

  @Test
  void aGroupOfOneIsLowest() {
    assertEquals(List.of(1), fifths(7));
  }
}
