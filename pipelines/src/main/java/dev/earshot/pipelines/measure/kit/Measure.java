package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.sources.RecordKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * them: {@link RunContext#publishes} tells.
 *
 * @param <R> the table's record
 */
public sealed interface Measure<R extends Record> extends Serializable {
  /** The table. */
  Class<R> table();

  /** The records that a row is made of. */
  Context context();

  /** The small tables that the function looks up. */
  List<SideTable<?, ?>> sides();

  /** What the rows are made of. */
  Facts<?, ?> facts();

  /** Whether a run with these kinds of input can have any rows. */
  default boolean isPossibleWith(Set<RecordKind> inputs) {
    return facts().inputs().stream().anyMatch(inputs::contains);
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
      Class<R> table,
      Context context,
      List<SideTable<?, ?>> sides,
      Facts<K, V> facts,
      Where<K> where,
      OfFact<K, V, R> function)
      implements Measure<R> {}

  /** A measure of groups of facts. */
  record Grouped<K extends Record, V extends Record, R extends Record>(
      Class<R> table,
      Context context,
      List<SideTable<?, ?>> sides,
      Groups<K, V> groups,
      OfGroup<K, V, R> function)
      implements Measure<R> {
    @Override
    public Facts<?, ?> facts() {
      return groups.facts();
    }
  }

  /** Begins the measure of a table; by itself it reaches nothing but the day of a row. */
  static <R extends Record> Draft<R> of(Class<R> table) {
    return new Draft<>(table, Context.NONE, List.of());
  }

  /** A measure under way: everything but what it is made of. */
  record Draft<R extends Record>(Class<R> table, Context context, List<SideTable<?, ?>> sides) {
    /** The rows of a day are made of these records, stated beside the formula. */
    public Draft<R> reaching(Context records) {
      return new Draft<>(table, records, sides);
    }

    /** The function looks up this table. */
    public Draft<R> lookingUp(SideTable<?, ?> side) {
      List<SideTable<?, ?>> all = new ArrayList<>(sides);
      all.add(side);
      return new Draft<>(table, context, List.copyOf(all));
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
      return new Each<>(draft.table, draft.context, draft.sides, facts, where, function);
    }
  }

  /** A measure under way, of groups. */
  record FromGroups<K extends Record, V extends Record, R extends Record>(
      Draft<R> draft, Groups<K, V> groups) {
    public Measure<R> rows(OfGroup<K, V, R> function) {
      return new Grouped<>(draft.table, draft.context, draft.sides, groups, function);
    }
  }
}
