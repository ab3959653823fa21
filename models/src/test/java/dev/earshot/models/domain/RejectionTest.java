package dev.earshot.models.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A field at fault is told with its cure. */
class RejectionTest {
  private static String expected(RejectionReason reason, @Nullable String field) {
    return new Rejection(reason, field, 0, 0, null).expected();
  }

  @Test
  void moneyAndStatusHaveACure() {
    assertTrue(expected(RejectionReason.INVALID_FIELD, "amount").contains("decimal_comma: true"));
    assertTrue(expected(RejectionReason.INVALID_FIELD, "status").contains("values"));
    assertTrue(expected(RejectionReason.INVALID_ENCODING, null).contains("encoding"));
    assertEquals(
        "a value of the documented type", expected(RejectionReason.INVALID_FIELD, "like_count"));
    assertEquals(
        RejectionReason.MISSING_FIELD.expected(),
        expected(RejectionReason.MISSING_FIELD, "amount"));
  }
}
