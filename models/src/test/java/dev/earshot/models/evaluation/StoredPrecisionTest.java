package dev.earshot.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Intent;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredPrecisionTest {
  private static final String HEADER = "label\tprecision\tanswers\tset\n";

  @Test
  void aLabelsOwnLineBeforeThatOfTheOthers() {
    StoredPrecision stored =
        StoredPrecision.parse("x", HEADER + "price\t0.75\t4\tours\n*\t0.5\t20\tours\n");
    assertEquals(0.75, stored.of("price"));
    assertEquals(0.5, stored.of("order"));
    assertNull(StoredPrecision.parse("x", HEADER + "price\t0.75\t4\tours\n").of("order"));
  }

  @Test
  void eachIntentAndVerdictHasItsOwn() {
    for (Intent intent : Intent.values()) {
      assertNotNull(StoredPrecision.shipped("intents").of(intent.code()), intent.code());
    }
    for (String verdict : List.of("genuine", "suspicious")) {
      assertNotNull(StoredPrecision.shipped("accounts").of(verdict), verdict);
    }
    assertNotNull(StoredPrecision.shipped("topics").of(StoredPrecision.OTHERS));
  }

  @Test
  void mistakesAreNamedWithTheirLine() {
    for (String lines :
        List.of("price\t1.5\t4\tours\n", "price\t0.5\tours\n", "a\t0.5\t1\tb\na\t0.5\t1\tb\n")) {
      IllegalArgumentException wrong =
          assertThrows(
              IllegalArgumentException.class, () -> StoredPrecision.parse("x", HEADER + lines));
      assertEquals("x, line", wrong.getMessage().substring(0, 7));
    }
    assertThrows(IllegalArgumentException.class, () -> StoredPrecision.parse("x", "label\n"));
  }
}
