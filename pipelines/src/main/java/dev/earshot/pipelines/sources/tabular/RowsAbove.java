package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.RecordField;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows above say of a row whose cells are empty. Shops such as Shopify say on the first row of
 * an order what holds for the whole order; of other fields a mapping says that they go on.
 */
final class RowsAbove {
  /** What an order has once; amounts, quantities and line ids are those of a row. */
  private static final Set<RecordField> OF_THE_ORDER =
      Set.of(
          OrderField.BRAND_ID,
          OrderField.CUSTOMER_ID,
          OrderField.CURRENCY,
          OrderField.STATUS,
          OrderField.ORDERED_AT);

  private final Set<String> carriedDown;
  private final Map<RecordField, String> above = new HashMap<>();
  private final Map<RecordField, String> ofTheOrder = new HashMap<>();
  private @Nullable String order;

  RowsAbove(Set<String> carriedDown) {
    this.carriedDown = carriedDown;
  }

  /** Begins a row of an order, or of none that is named. */
  void begin(@Nullable String orderId) {
    String named = orderId == null || orderId.isBlank() ? null : orderId.strip();
    if (named == null || !named.equals(order)) {
      ofTheOrder.clear();
    }
    order = named;
  }

  /** A cell of the row, or what stands in its place. */
  @Nullable String cell(RecordField field, @Nullable String cell) {
    if (carriedDown.contains(field.path())) {
      return known(above, field, cell);
    }
    boolean isOfTheOrder = order != null && OF_THE_ORDER.contains(field);
    return isOfTheOrder ? known(ofTheOrder, field, cell) : cell;
  }

  private static @Nullable String known(
      Map<RecordField, String> said, RecordField field, @Nullable String cell) {
    if (cell == null || cell.isBlank()) {
      return said.getOrDefault(field, cell);
    }
    said.put(field, cell);
    return cell;
  }
}
