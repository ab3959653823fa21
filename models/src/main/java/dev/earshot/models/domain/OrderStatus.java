package dev.earshot.models.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of an order. */
public enum OrderStatus {
  /** Bought. */
  COMPLETED,
  /** Not paid yet. */
  PENDING,
  /** Called off. */
  CANCELLED,
  /** Paid back in full. */
  REFUNDED;

  /** What shop systems call these states. */
  private static final Map<String, OrderStatus> NAMES =
      Map.ofEntries(
          Map.entry("completed", COMPLETED),
          Map.entry("succeeded", COMPLETED),
          Map.entry("complete", COMPLETED),
          Map.entry("paid", COMPLETED),
          Map.entry("processing", COMPLETED),
          Map.entry("fulfilled", COMPLETED),
          Map.entry("shipped", COMPLETED),
          Map.entry("delivered", COMPLETED),
          Map.entry("partially_refunded", COMPLETED),
          Map.entry("pending", PENDING),
          Map.entry("authorized", PENDING),
          Map.entry("on_hold", PENDING),
          Map.entry("checkout_draft", PENDING),
          Map.entry("requires_payment_method", PENDING),
          Map.entry("cancelled", CANCELLED),
          Map.entry("canceled", CANCELLED),
          Map.entry("voided", CANCELLED),
          Map.entry("failed", CANCELLED),
          Map.entry("refunded", REFUNDED),
          Map.entry("returned", REFUNDED));

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state that a shop system's word stands for, in any case, its words joined by blanks,
   * hyphens or underscores; WooCommerce's database writes {@code wc-} before its own.
   */
  public static Optional<OrderStatus> byName(String name) {
    String word = name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Optional.ofNullable(NAMES.get(word.startsWith("wc_") ? word.substring(3) : word));
  }
}
