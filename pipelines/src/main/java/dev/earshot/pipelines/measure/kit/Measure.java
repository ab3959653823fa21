package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the rows of a table are made of facts: a plain function, with the records that it reaches and
 * what it is made of. It knows no engine; {@link Measured} is what one does with it.
 *
 * <pre>{@code
 * public static final Measure<BrandTopicDailyRow> MEASURE =
 *     Measure.of(BrandTopicDailyRow.class)
 *         .reaching(InputContext.MENTION.over(Reach.ofWindow(28)))
 *         .from(SlidingWindows.STATES)
 *         .where(cell -> cell.topic() != null)
 *         .rows(BrandTopicsDaily::rows);
 * }</pre>
 *
 * Rows of days that the run does not publish are dropped behind the function, which need not make
 * them: {@link RunContext#publishes} tells. Some measures give facts instead, which others are made
 * of; these go wherever they are needed, of all days.
 *
 * @param <R> the table's record, or the fact
 */
public sealed interface Measure<R extends Record> extends Serializable {
  /** What it makes of which records, but for the facts that it is made of. */
  Draft<R> draft();

  /** What the rows are made of. */
  Facts<?, ?> facts();

  /** The table's name in CamelCase, or that of the facts: steps are named so. */
  default String name() {
    return draft().name;
  }

  /** The record of the table, or of the facts. */
  default Class<R> type() {
    return draft().type;
  }

  /** The records that a row is made of. */
  default Context context() {
    return draft().context;
  }

  /** The small tables that the function looks up. */
  default List<SideTable<?, ?>> sides() {
    return draft().sides;
  }

  /** Whether the run has use for what the function gave. */
  default boolean keeps(R made, RunContext run) {
    return !draft().isOfTable || run.publishes(made);
  }

  /** Rows of one fact and its key. */
  @FunctionalInterface
  interface OfFact<K, V, R> extends Serializable {
    Stream<R> rows(K key, V fact, RunContext run);
  }

  /** Rows of a group, whose values can be read any number of times. */
  @FunctionalInterface
  interface OfGroup<K, V, R> extends Serializable {
    Stream<R> rows(K key, Iterable<V> values, RunContext run);
  }

  /** Whether facts under a key matter; others are not even decoded. */
  @FunctionalInterface
  interface Where<K> extends Serializable {
    boolean holds(K key);
  }

  /** A measure of each fact by itself. */
  record Each<K extends Record, V extends Record, R extends Record>(
      Draft<R> draft, Facts<K, V> facts, Where<K> where, OfFact<K, V, R> function)
      implements Measure<R> {}

  /** A measure of groups of facts. */
  record Grouped<K extends Record, V extends Record, R extends Record>(
      Draft<R> draft, Groups<K, V> groups, OfGroup<K, V, R> function) implements Measure<R> {
    @Override
    public Facts<?, ?> facts() {
      return groups.facts();
    }
  }

  /** Begins the measure of a table; by itself it reaches nothing but the day of a row. */
  static <R extends Record> Draft<R> of(Class<R> table) {
    return new Draft<>(
        TableSchema.of(table).nameInCamelCase(), table, true, Context.NONE, List.of());
  }

  /** Begins a measure that gives facts for {@link Facts#made}. */
  static <R extends Record> Draft<R> ofFacts(String name, Class<R> fact) {
    return new Draft<>(name, fact, false, Context.NONE, List.of());
  }

  /** A measure under way: everything but what it is made of. */
  record Draft<R extends Record>(
      String name, Class<R> type, boolean isOfTable, Context context, List<SideTable<?, ?>> sides)
      implements Serializable {
    /** The rows of a day are made of these records, stated beside the formula. */
    public Draft<R> reaching(Context records) {
      return new Draft<>(name, type, isOfTable, records, sides);
    }

    /** The function looks up this table. */
    public Draft<R> lookingUp(SideTable<?, ?> side) {
      List<SideTable<?, ?>> all = new ArrayList<>(sides);
      all.add(side);
      return new Draft<>(name, type, isOfTable, context, List.copyOf(all));
    }

    public <K extends Record, V extends Record> FromFacts<K, V, R> from(Facts<K, V> facts) {
      return new FromFacts<>(this, facts, key -> true);
    }

    public <K extends Record, V extends Record> FromGroups<K, V, R> from(Groups<K, V> groups) {
      return new FromGroups<>(this, groups);
    }
  }

  /** A measure under way, of each fact. */
  record FromFacts<K extends Record, V extends Record, R extends Record>(
      Draft<R> draft, Facts<K, V> facts, Where<K> where) {
    public FromFacts<K, V, R> where(Where<K> key) {
      return new FromFacts<>(draft, facts, key);
    }

    public Measure<R> rows(OfFact<K, V, R> function) {
      return new Each<>(draft, facts, where, function);
    }
  }

  /** A measure under way, of groups. */
  record FromGroups<K extends Record, V extends Record, R extends Record>(
      Draft<R> draft, Groups<K, V> groups) {
    public Measure<R> rows(OfGroup<K, V, R> function) {
      return new Grouped<>(draft, groups, function);
    }
  }
}
