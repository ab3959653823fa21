package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.RecordField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one order that follow one another. Shops such as Shopify say on the first what holds for
 * the whole order and leave these cells of the others empty.
 */
final class OrderRows {
  /** What an order has once; amounts, quantities and line ids are those of a row. */
  private static final Set<OrderField> OF_THE_ORDER =
      Set.of(
          OrderField.BRAND_ID,
          OrderField.CUSTOMER_ID,
          OrderField.CURRENCY,
          OrderField.STATUS,
          OrderField.ORDERED_AT);

  private final Map<OrderField, String> known = new EnumMap<>(OrderField.class);
  private @Nullable String order;

  /** Begins a row of an order, or of none that is named. */
  void begin(@Nullable String orderId) {
    String named = orderId == null || orderId.isBlank() ? null : orderId;
    if (named == null || !named.equals(order)) {
      known.clear();
    }
    order = named;
  }

  /** A cell of the row, or what stands in its place. */
  String cell(RecordField field, String cell) {
    if (!(field instanceof OrderField ofOrder)
        || !OF_THE_ORDER.contains(ofOrder)
        || order == null) {
      return cell;
    }
    if (cell.isBlank()) {
      return known.getOrDefault(ofOrder, cell);
    }
    known.put(ofOrder, cell);
    return cell;
  }
}
