package dev.earshot.pipelines.sources.platforms.whatsapp;

import dev.earshot.pipelines.sources.times.DayOrder;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Order of the three numbers of a date. */
enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST,
  YEAR_FIRST;

  /** By the first letters of the names. */
  static Set<DateOrder> of(String letters) {
    Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
    for (DateOrder order : values()) {
      if (letters.indexOf(order.name().charAt(0)) >= 0) {
        orders.add(order);
      }
    }
    return orders;
  }

  /** What a user stated. */
  static @Nullable DateOrder of(@Nullable DayOrder stated) {
    if (stated == null) {
      return null;
    }
    return stated == DayOrder.DAY_FIRST ? DAY_FIRST : MONTH_FIRST;
  }

  /** What is reported of a file; null for years first, which no option states. */
  @Nullable DayOrder reported() {
    return switch (this) {
      case DAY_FIRST -> DayOrder.DAY_FIRST;
      case MONTH_FIRST -> DayOrder.MONTH_FIRST;
      case YEAR_FIRST -> null;
    };
  }
}
