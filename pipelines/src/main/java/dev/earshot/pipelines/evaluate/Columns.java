package dev.earshot.pipelines.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --columns} says: which column holds what. A column's name may hold any sign, commas
 * included.
 *
 * @param columns column by role
 * @param features further columns, which describe an account
 * @param intent the intent to which the labels say yes or no, or null
 */
public record Columns(Map<String, String> columns, List<String> features, @Nullable String intent) {
  private static final List<String> ROLES =
      List.of("text", "label", "target", "language", "group", "intent");

  /**
   * Reads the option's value.
   *
   * @throws IllegalArgumentException where it is not of the form {@code text=COLUMN,label=COLUMN}
   */
  public static Columns parse(String value) {
    Map<String, String> columns = new LinkedHashMap<>();
    int start = 0;
    while (start < value.length()) {
      String role = roleAt(value, start);
      if (role == null) {
        throw new IllegalArgumentException(
            "expected one of "
                + String.join("=, ", ROLES)
                + "= at '"
                + value.substring(start)
                + "'");
      }
      int end = start + role.length() + 1;
      while (end < value.length()
          && !(value.charAt(end) == ',' && roleAt(value, end + 1) != null)) {
        end++;
      }
      if (columns.put(role, value.substring(start + role.length() + 1, end)) != null) {
        throw new IllegalArgumentException(role + "= is given twice");
      }
      start = end + 1;
    }
    if (columns.getOrDefault("label", "").isEmpty()) {
      throw new IllegalArgumentException("label=COLUMN is missing");
    }
    String intent = columns.remove("intent");
    return new Columns(columns, List.of(), intent);
  }

  private static @Nullable String roleAt(String value, int start) {
    for (String role : ROLES) {
      if (value.startsWith(role + "=", start)) {
        return role;
      }
    }
    return null;
  }

  /** The column of a role; null where none was named. */
  public @Nullable String of(String role) {
    return columns.get(role);
  }

  /** These with columns that describe an account. */
  Columns withFeatures(List<String> names) {
    return new Columns(columns, names, intent);
  }

  /** The different columns, in a fixed order. */
  List<String> names() {
    return Stream.concat(columns.values().stream(), features.stream()).distinct().toList();
  }
}
