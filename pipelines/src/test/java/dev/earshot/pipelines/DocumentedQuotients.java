package dev.earshot.pipelines;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The quotients that the documentation of columns gives by the names of others: {@code share_count
 * / share_post_count}, alone or between a colon and a semicolon.
 */
final class DocumentedQuotients {
  private static final Pattern QUOTIENT = Pattern.compile("[a-z0-9_ ()+*-]+ / [a-z0-9_ ()+*-]+");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)+");

  private DocumentedQuotients() {}

  private static String divisor(String quotient) {
    return quotient.substring(quotient.indexOf(" / "));
  }

  /**
   * The formulas of a table by column.
   *
   * @throws IllegalArgumentException where one names what is no column
   */
  static Map<String, String> of(TableSchema table) {
    Set<String> names = table.columns().stream().map(TableColumn::name).collect(Collectors.toSet());
    Map<String, String> formulas = new TreeMap<>();
    for (TableColumn column : table.columns()) {
      for (String part : column.doc().split("[:;] ", -1)) {
        if (QUOTIENT.matcher(part).matches() && NAME.matcher(divisor(part)).find()) {
          NAME.matcher(part)
              .results()
              .filter(name -> !names.contains(name.group()))
              .forEach(
                  name -> {
                    throw new IllegalArgumentException(
                        table.name() + "." + column.name() + " names no column: " + name.group());
                  });
          formulas.put(column.name(), part);
        }
      }
    }
    return formulas;
  }
}
