package dev.earshot.models.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shops and tables call the values of closed lists. */
class CodesTest {
  @ParameterizedTest
  @CsvSource({
    "Completed, COMPLETED",
    "paid, COMPLETED",
    "processing, COMPLETED",
    "fulfilled, COMPLETED",
    "shipped, COMPLETED",
    "delivered, COMPLETED",
    "partially_refunded, COMPLETED",
    "pending, PENDING",
    "authorized, PENDING",
    "Partially Refunded, COMPLETED",
    "wc-completed, COMPLETED",
    "wc-on-hold, PENDING",
    "checkout-draft, PENDING",
    "Requires Payment Method, PENDING",
    "ON-HOLD, PENDING",
    "cancelled, CANCELLED",
    "canceled, CANCELLED",
    "voided, CANCELLED",
    "failed, CANCELLED",
    "refunded, REFUNDED",
    "returned, REFUNDED"
  })
  void shopsWordsForAStatus(String word, OrderStatus status) {
    assertEquals(Optional.of(status), OrderStatus.byName(word));
  }

  @Test
  void otherWordsAreNoStatus() {
    assertEquals(Optional.empty(), OrderStatus.byName("lost"));
  }

  @Test
  void tablesHaveLowerCase() {
    assertEquals("refunded", OrderStatus.REFUNDED.code());
    assertEquals("line_too_long", RejectionReason.LINE_TOO_LONG.code());
    assertEquals("UTF-8", RejectionReason.INVALID_ENCODING.expected());
    assertEquals("from", SwitchDirection.FROM.code());
  }
}
