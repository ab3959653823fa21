package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.StoredRow;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the rows of some persons in any table, by its columns: those that hold a person's keyed
 * hash, and that of a post, where another table has it as a post of such a person.
 */
final class PersonRows {
  /** Columns that name whom a row is about. */
  static final Set<String> PERSONS = Set.of("author_id", "person_id", "account_id", "customer_id");

  static final String POST = "post_id";

  /** Where these columns are in the rows of a table; -1 for none. */
  private record Places(List<Integer> persons, int post) {
    static Places of(TableSchema table) {
      List<String> names = table.columns().stream().map(TableColumn::name).toList();
      return new Places(
          PERSONS.stream().map(names::indexOf).filter(place -> place >= 0).toList(),
          names.indexOf(POST));
    }
  }

  private final Set<String> persons;
  private final Set<Object> found = new HashSet<>();
  private final Set<Object> posts = new HashSet<>();
  private final Map<TableSchema, Places> places = new HashMap<>();

  /**
   * Rows of these persons.
   *
   * @param persons keyed hashes of their accounts, and of them as customers
   */
  PersonRows(Set<String> persons) {
    this.persons = Set.copyOf(persons);
  }

  private Places places(TableSchema table) {
    return places.computeIfAbsent(table, Places::of);
  }

  /** Whether a table names persons. */
  boolean namesPersons(TableSchema table) {
    return !places(table).persons().isEmpty();
  }

  /** Whether a table may have rows of persons. */
  boolean mayHave(TableSchema table) {
    return namesPersons(table) || places(table).post() >= 0;
  }

  /** Notes whose row it is, and of which post. */
  void note(TableSchema table, StoredRow row) {
    boolean isOfThem = false;
    for (int place : places(table).persons()) {
      Object person = row.values().get(place);
      if (person != null && persons.contains(person)) {
        found.add(person);
        isOfThem = true;
      }
    }
    Object post = places(table).post() < 0 ? null : row.values().get(places(table).post());
    if (isOfThem && post != null) {
      posts.add(post);
    }
  }

  /** Whether a row is of one of them; after all rows of tables that name persons were noted. */
  boolean has(TableSchema table, StoredRow row) {
    for (int place : places(table).persons()) {
      Object person = row.values().get(place);
      if (person != null && persons.contains(person)) {
        return true;
      }
    }
    return places(table).post() >= 0 && posts.contains(row.values().get(places(table).post()));
  }

  /** The persons of whom a row was noted. */
  Set<Object> found() {
    return Set.copyOf(found);
  }
}
