package dev.earshot.pipelines.check;

import dev.earshot.pipelines.tables.ColumnType;
import dev.earshot.pipelines.tables.MissingReason;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every row of a table must hold, as its declaration says.
 *
 * @param says what a row that breaks it does, for people
 * @param isBroken true of such a row, in SQL
 * @param neverNull the column that must not be NULL, in the files that have it; null for other
 *     rules
 */
record RowRule(String says, String isBroken, @Nullable String neverNull) {
  private static final String REASONS =
      Arrays.stream(MissingReason.values())
          .map(reason -> "'" + reason.code() + "'")
          .collect(Collectors.joining(", "));

  /** The last digits of a value and its ends may come from different sums. */
  private static final String ROUNDING = "1e-9";

  private static final List<String> SENTIMENTS =
      List.of("positive_count", "neutral_count", "negative_count", "unclassified_count");

  /** The rules that follow from a table's declaration. */
  static List<RowRule> of(TableSchema table) {
    List<RowRule> rules = new ArrayList<>();
    Set<String> names = table.columns().stream().map(TableColumn::name).collect(Collectors.toSet());
    for (TableColumn column : table.columns()) {
      String name = column.name();
      if (!column.isNullable()) {
        rules.add(new RowRule(name + " is NULL, which it never is", name + " is null", name));
      }
      if (names.contains(name + "_lower") && names.contains(name + "_upper")) {
        rules.add(interval(name));
      }
      if (column.type() == ColumnType.STRING && name.endsWith("missing_reason")) {
        rules.add(
            new RowRule(
                name + " is none of the reasons that there are",
                name + " not in (" + REASONS + ")",
                null));
      }
    }
    if (names.containsAll(SENTIMENTS)) {
      rules.add(
          new RowRule(
              String.join(" + ", SENTIMENTS) + " is not mention_count",
              String.join(" + ", SENTIMENTS) + " <> mention_count",
              null));
    }
    if (table.isDated() && names.contains("date")) {
      rules.add(new RowRule("dt, the folder, is not its date", "dt is distinct from date", null));
    }
    return rules;
  }

  /** A value that is not reached may have an end: a median of which only the lower is known. */
  private static RowRule interval(String name) {
    String slack = ROUNDING + " * greatest(1, abs(" + name + "))";
    return new RowRule(
        name + " is outside of its interval",
        "%1$s_lower - %1$s > %2$s or %1$s - %1$s_upper > %2$s".formatted(name, slack),
        null);
  }
}
