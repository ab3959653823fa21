package dev.earshot.pipelines.evaluate;

import dev.earshot.models.accounts.ProfileFields;
import java.util.ArrayList;
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
 * @param intent the intent to which the labels say yes or no, or null
 * @param profile the columns that describe an account, or null
 */
public record Columns(
    Map<String, String> columns, @Nullable String intent, @Nullable ProfileFields profile) {
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
    return new Columns(columns, intent, null);
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

  /**
   * These, and those of a file's columns that describe an account.
   *
   * @throws UnreadableLabelsException where the file has none
   */
  Columns withProfile(List<String> ofFile) {
    String label = String.valueOf(of("label"));
    ProfileFields found =
        ProfileFields.among(ofFile.stream().filter(column -> !column.equals(label)).toList());
    if (found.isEmpty()) {
      throw new UnreadableLabelsException(
          "no column describes an account; expected some of followers_count, friends_count,"
              + " statuses_count, description, url, location and the like");
    }
    return new Columns(columns, intent, found);
  }

  /** The different columns, in a fixed order. */
  List<String> names() {
    Stream<String> described = profile == null ? Stream.of() : profile.columns().stream();
    return new ArrayList<>(
        Stream.concat(columns.values().stream(), described).distinct().toList());
  }
}
