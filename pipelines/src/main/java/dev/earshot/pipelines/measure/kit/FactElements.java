package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.run.RunSettings;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/** Facts as elements of a pipeline: records, or encoded records under keys. */
final class FactElements {
  private static final RunContext.SideTables NO_SIDE_TABLES =
      new RunContext.SideTables() {
        @Override
        public <K extends Record, V extends Record> Map<K, V> get(SideTable<K, V> table) {
          throw new IllegalStateException(table.name() + " is looked up before a grouping");
        }
      };

  private FactElements() {}

  static Object key(Object element) {
    return element instanceof KV<?, ?> keyed ? keyed.getKey() : NoKey.NONE;
  }

  static Object fact(Object element) {
    return element instanceof KV<?, ?> keyed ? ((Encoded<?>) keyed.getValue()).value() : element;
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Keying<Object, Object, K, V> any(Keying<?, ?, K, V> keying) {
    return (Keying<Object, Object, K, V>) keying;
  }

  static RunContext withoutSideTables(RunSettings settings, long asOfMicros) {
    return new RunContext(settings, asOfMicros, NO_SIDE_TABLES);
  }

  /** Puts facts under the keys of a side table. */
  static final class ForSideTable<K extends Record, V extends Record>
      extends DoFn<Object, KV<K, V>> {
    private final SideTable.OfFacts<K, V> table;
    private final RunSettings settings;
    private final Clock clock;

    ForSideTable(SideTable.OfFacts<K, V> table, RunSettings settings, Clock clock) {
      this.table = table;
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Object element = context.element();
      any(table.keying())
          .apply(
              key(element),
              fact(element),
              withoutSideTables(settings, clock.asOf(context)),
              (key, value) -> context.output(KV.of(key, value)));
    }
  }

  /** Makes a side table of another, which is a side input. */
  static final class OfSideTable<
          A extends Record, B extends Record, K extends Record, V extends Record>
      extends DoFn<byte[], KV<K, V>> {
    private final SideTable.OfTable<A, B, K, V> table;
    private final PCollectionView<Map<A, B>> other;
    private final RunSettings settings;
    private final Clock clock;

    OfSideTable(
        SideTable.OfTable<A, B, K, V> table,
        PCollectionView<Map<A, B>> other,
        RunSettings settings,
        Clock clock) {
      this.table = table;
      this.other = other;
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      table
          .function()
          .apply(
              context.sideInput(other),
              withoutSideTables(settings, clock.asOf(context)),
              (key, value) -> context.output(KV.of(key, value)));
    }
  }

  /**
   * Puts facts under the keys of groups, and the clock into the key: what follows a grouping
   * streams only without side inputs.
   */
  static final class ForGroups<K extends Record, V extends Record>
      extends DoFn<Object, KV<KV<Long, K>, Encoded<V>>> {
    private final Groups<K, V> groups;
    private final RunSettings settings;
    private final Clock clock;
    private final Map<String, PCollectionView<?>> views;

    ForGroups(
        Groups<K, V> groups,
        RunSettings settings,
        Clock clock,
        Map<String, PCollectionView<?>> views) {
      this.groups = groups;
      this.settings = settings;
      this.clock = clock;
      this.views = views;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Object element = context.element();
      long asOf = clock.asOf(context);
      any(groups.keying())
          .apply(
              key(element),
              fact(element),
              new RunContext(settings, asOf, new MeasureSteps.Views<>(context, views)),
              (key, value) -> context.output(KV.of(KV.of(asOf, key), Encoded.of(value))));
    }
  }
}
