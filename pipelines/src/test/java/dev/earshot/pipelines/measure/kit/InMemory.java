package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures over facts in memory, without an engine: what {@link Measured} does with steps. */
public final class InMemory {
  private final RunSettings settings;
  private final long asOfMicros;
  private final Map<String, List<Keyed>> facts = new HashMap<>();
  private final Map<String, Map<Record, Record>> sides = new ConcurrentHashMap<>();

  private record Keyed(Record key, Record fact) {}

  /** No facts yet. */
  public InMemory(RunSettings settings, long asOfMicros) {
    this.settings = settings;
    this.asOfMicros = asOfMicros;
  }

  /** Adds facts that stand alone. */
  public <V extends Record> InMemory with(Facts<NoKey, V> kind, Collection<V> some) {
    some.forEach(fact -> add(kind, NoKey.NONE, fact));
    return this;
  }

  /** Adds a fact under its key. */
  public void add(Facts<?, ?> kind, Record key, Record fact) {
    facts.computeIfAbsent(kind.name(), name -> new ArrayList<>()).add(new Keyed(key, fact));
  }

  /** The measure of each fact or group by itself: they may run in any order and thread. */
  public <R extends Record> List<Supplier<Stream<R>>> tasks(Measure<R> measure) {
    measure.sides().forEach(this::sideTable);
    if (measure instanceof Measure.Grouped<?, ?, R> grouped) {
      grouped.groups().sides().forEach(this::sideTable);
    }
    RunContext run = new RunContext(settings, asOfMicros, sideTables());
    return measure instanceof Measure.Each<?, ?, R> each
        ? tasks(each, run)
        : tasks((Measure.Grouped<?, ?, R>) measure, run);
  }

  /** All rows of a measure. */
  public <R extends Record> List<R> rows(Measure<R> measure) {
    return tasks(measure).stream().flatMap(Supplier::get).toList();
  }

  /** A side table, made when it is first asked for. */
  @SuppressWarnings("unchecked")
  public <K extends Record, V extends Record> Map<K, V> sideTable(SideTable<K, V> table) {
    Map<Record, Record> known = sides.get(table.name());
    if (known == null) {
      known =
          table instanceof SideTable.OfFacts<K, V> facts
              ? make(facts)
              : make((SideTable.OfTable<?, ?, K, V>) table);
      sides.put(table.name(), known);
    }
    return (Map<K, V>) known;
  }

  /** Facts that were given, or else made by other measures when they are first asked for. */
  private List<Keyed> of(Facts<?, ?> kind) {
    List<Keyed> given = facts.get(kind.name());
    if (given == null) {
      given = new ArrayList<>();
      for (Measure<?> maker : kind.makers()) {
        for (Record fact : rows(maker)) {
          given.add(new Keyed(NoKey.NONE, fact));
        }
      }
      facts.put(kind.name(), given);
    }
    return given;
  }

  @SuppressWarnings("unchecked")
  private <K extends Record, V extends Record, R extends Record> List<Supplier<Stream<R>>> tasks(
      Measure.Each<K, V, R> measure, RunContext run) {
    List<Supplier<Stream<R>>> tasks = new ArrayList<>();
    for (Keyed keyed : of(measure.facts())) {
      K key = (K) keyed.key();
      if (measure.where().holds(key)) {
        tasks.add(
            () ->
                measure
                    .function()
                    .rows(key, (V) keyed.fact(), run)
                    .filter(row -> measure.keeps(row, run)));
      }
    }
    return tasks;
  }

  private <K extends Record, V extends Record, R extends Record> List<Supplier<Stream<R>>> tasks(
      Measure.Grouped<K, V, R> measure, RunContext run) {
    Map<K, List<V>> groups = new LinkedHashMap<>();
    forEach(
        measure.groups().facts(),
        measure.groups().keying(),
        run,
        (K key, V value) -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(value));
    List<Supplier<Stream<R>>> tasks = new ArrayList<>();
    groups.forEach((key, values) -> tasks.add(() -> rows(measure, key, values, run)));
    return tasks;
  }

  private static <K extends Record, V extends Record, R extends Record> Stream<R> rows(
      Measure.Grouped<K, V, R> measure, K key, List<V> values, RunContext run) {
    try (GroupValues<V> read = GroupValues.of(measure.groups(), values.iterator())) {
      return measure
          .function()
          .rows(key, read, run)
          .filter(row -> measure.keeps(row, run))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <A extends Record, B extends Record, K extends Record, V extends Record>
      Map<Record, Record> make(SideTable.OfTable<A, B, K, V> table) {
    Map<Record, Record> all = new HashMap<>();
    RunContext run = FactElements.withoutSideTables(settings, asOfMicros);
    table.function().apply(sideTable(table.other()), run, all::put);
    return all;
  }

  private <K extends Record, V extends Record> Map<Record, Record> make(
      SideTable.OfFacts<K, V> table) {
    Map<Record, Record> all = new HashMap<>();
    RunContext run = FactElements.withoutSideTables(settings, asOfMicros);
    forEach(table.facts(), table.keying(), run, (K key, V value) -> merge(all, key, value, table));
    return all;
  }

  @SuppressWarnings("unchecked")
  private static <V extends Record> void merge(
      Map<Record, Record> all, Record key, V value, SideTable.OfFacts<?, V> table) {
    all.merge(key, value, (one, other) -> table.plus().apply((V) one, (V) other));
  }

  @SuppressWarnings("unchecked")
  private <K, V> void forEach(
      Facts<?, ?> kind, Keying<?, ?, K, V> keying, RunContext run, BiConsumer<K, V> out) {
    for (Keyed keyed : of(kind)) {
      ((Keying<Object, Object, K, V>) keying).apply(keyed.key(), keyed.fact(), run, out);
    }
  }

  private RunContext.SideTables sideTables() {
    return new RunContext.SideTables() {
      @Override
      public <K extends Record, V extends Record> Map<K, V> get(SideTable<K, V> table) {
        return sideTable(table);
      }
    };
  }
}
