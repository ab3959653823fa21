package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.OrderStatus;
import dev.earshot.models.domain.RejectionReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of an order line, in the order of the documentation. */
public enum OrderField implements RecordField {
  BRAND_ID("brand_id", Kind.ID, false),
  ORDER_ID("order_id", Kind.ID, false),
  LINE_ID("line_id", Kind.ID, false),
  CUSTOMER_ID("customer_id", Kind.ID, false),
  ORDERED_AT("ordered_at", Kind.TIMESTAMP, true),
  CURRENCY("currency", Kind.WORD, true),
  AMOUNT("amount", Kind.DECIMAL, false),
  QUANTITY("quantity", Kind.DECIMAL, false),
  UNIT_PRICE("unit_price", Kind.DECIMAL, false),
  STATUS("status", Kind.WORD, false),
  UPDATED_AT("updated_at", Kind.TIMESTAMP, false);

  public static final List<OrderField> ALL = List.of(values());

  private static final long MICROS = 1_000_000;
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());

  private final Spec spec;

  OrderField(String path, Kind kind, boolean isRequired) {
    spec = new Spec(path, kind, isRequired);
  }

  @Override
  public Spec spec() {
    return spec;
  }

  /** Whether these fields, by their paths, give an amount. */
  public static boolean haveAmount(Set<String> given) {
    return given.contains(AMOUNT.path())
        || (given.contains(QUANTITY.path()) && given.contains(UNIT_PRICE.path()));
  }

  /**
   * Fills in what follows from other fields and fails what is wrong only beside them.
   *
   * @param brandId the brand of the file, for records that name none; null where it has none
   * @param cancelledPrefix how ids of cancellations begin, or null where the status tells
   */
  public static void complete(
      RecordDraft draft, @Nullable String brandId, @Nullable String cancelledPrefix) {
    IdentityField.completeBrand(draft, BRAND_ID, brandId);
    if (!draft.isPresent(ORDER_ID) && !draft.isPresent(CUSTOMER_ID)) {
      draft.fail(ORDER_ID, RejectionReason.MISSING_FIELD);
    }
    completeAmount(draft);
    String currency = draft.text(CURRENCY);
    if (currency != null) {
      String code = currency.toUpperCase(Locale.ROOT);
      if (CURRENCIES.contains(code)) {
        draft.set(CURRENCY, code);
      } else {
        draft.fail(CURRENCY, RejectionReason.INVALID_FIELD);
      }
    }
    String status = draft.text(STATUS);
    if (status != null && OrderStatus.byName(status).isEmpty()) {
      draft.fail(STATUS, RejectionReason.INVALID_FIELD);
    }
    String orderId = draft.text(ORDER_ID);
    if (cancelledPrefix != null && orderId != null && orderId.startsWith(cancelledPrefix)) {
      draft.set(STATUS, OrderStatus.CANCELLED.code());
    }
  }

  private static void completeAmount(RecordDraft draft) {
    if (draft.isPresent(AMOUNT)) {
      return;
    }
    if (!draft.isPresent(QUANTITY) || !draft.isPresent(UNIT_PRICE)) {
      draft.fail(AMOUNT, RejectionReason.MISSING_FIELD);
    } else if (!draft.isFaulty(QUANTITY) && !draft.isFaulty(UNIT_PRICE)) {
      BigDecimal product =
          BigDecimal.valueOf(draft.requiredNumber(QUANTITY))
              .multiply(BigDecimal.valueOf(draft.requiredNumber(UNIT_PRICE)))
              .divide(BigDecimal.valueOf(MICROS), 0, RoundingMode.HALF_EVEN);
      if (product.unscaledValue().bitLength() < Long.SIZE) {
        draft.set(AMOUNT, product.longValueExact());
      } else {
        draft.fail(AMOUNT, RejectionReason.INVALID_FIELD);
      }
    }
  }

  /** The line of a draft without a fault. */
  public static OrderLine line(RecordDraft draft) {
    String status = draft.text(STATUS);
    return new OrderLine(
        draft.requiredText(BRAND_ID),
        draft.text(ORDER_ID),
        draft.text(LINE_ID),
        draft.text(CUSTOMER_ID),
        draft.requiredText(CURRENCY),
        draft.requiredNumber(AMOUNT),
        status == null
            ? OrderStatus.COMPLETED
            : Objects.requireNonNull(OrderStatus.byName(status).orElse(null)),
        draft.requiredNumber(ORDERED_AT),
        draft.number(UPDATED_AT));
  }
}
