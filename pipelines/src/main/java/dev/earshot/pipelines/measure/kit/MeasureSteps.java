package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/** The steps that call measures. */
final class MeasureSteps {
  private MeasureSteps() {}

  static <R extends Record> TupleTag<R> tag(Measure<?> measure) {
    return new TupleTag<>(measure.name());
  }

  /** Side tables as a step receives them. */
  record Views<I, O>(DoFn<I, O>.ProcessContext context, Map<String, PCollectionView<?>> views)
      implements RunContext.SideTables {
    @Override
    @SuppressWarnings("unchecked")
    public <K extends Record, V extends Record> Map<K, V> get(SideTable<K, V> table) {
      PCollectionView<?> view =
          Objects.requireNonNull(
              views.get(table.name()), () -> "no measure declares to look up " + table.name());
      return context.sideInput((PCollectionView<Map<K, V>>) view);
    }
  }

  /** Measures facts one by one. */
  static final class Each<K extends Record, V extends Record, R extends Record>
      extends DoFn<Object, R> {
    private final Measure.Each<K, V, R> measure;
    private final RunSettings settings;
    private final Clock clock;
    private final Map<String, PCollectionView<?>> views;

    Each(
        Measure.Each<K, V, R> measure,
        RunSettings settings,
        Clock clock,
        Map<String, PCollectionView<?>> views) {
      this.measure = measure;
      this.settings = settings;
      this.clock = clock;
      this.views = views;
    }

    @ProcessElement
    @SuppressWarnings("unchecked")
    public void process(ProcessContext context) {
      Object element = context.element();
      K key = (K) FactElements.key(element);
      if (measure.where().holds(key)) {
        RunContext run = new RunContext(settings, clock.asOf(context), new Views<>(context, views));
        measure
            .function()
            .rows(key, (V) FactElements.fact(element), run)
            .filter(row -> measure.keeps(row, run))
            .forEach(context::output);
      }
    }
  }

  /** Measures groups, each for all tables that are made of them. */
  static final class OfGroups<K extends Record, V extends Record>
      extends DoFn<KV<KV<Long, K>, Iterable<Encoded<V>>>, Record> {
    private final Groups<K, V> groups;
    private final List<Measure.Grouped<?, ?, ?>> measures;
    private final RunSettings settings;
    private final Map<String, PCollectionView<?>> views;

    OfGroups(
        Groups<K, V> groups,
        List<Measure.Grouped<?, ?, ?>> measures,
        RunSettings settings,
        Map<String, PCollectionView<?>> views) {
      this.groups = groups;
      this.measures = List.copyOf(measures);
      this.settings = settings;
      this.views = views;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      KV<Long, K> key = context.element().getKey();
      RunContext run = new RunContext(settings, key.getKey(), new Views<>(context, views));
      Iterator<Encoded<V>> encoded = context.element().getValue().iterator();
      try (GroupValues<V> values = GroupValues.of(groups, new Decoded<>(encoded))) {
        for (Measure.Grouped<?, ?, ?> measure : measures) {
          output(measure, key.getValue(), values, run, context);
        }
      }
    }

    @SuppressWarnings("unchecked")
    private <R extends Record> void output(
        Measure.Grouped<?, ?, R> measure,
        K key,
        Iterable<V> values,
        RunContext run,
        ProcessContext context) {
      TupleTag<R> tag = tag(measure);
      ((Measure.OfGroup<K, V, R>) measure.function())
          .rows(key, values, run)
          .filter(row -> measure.keeps(row, run))
          .forEach(row -> context.output(tag, row));
    }
  }

  private record Decoded<V extends Record>(Iterator<Encoded<V>> encoded) implements Iterator<V> {
    @Override
    public boolean hasNext() {
      return encoded.hasNext();
    }

    @Override
    public V next() {
      return encoded.next().value();
    }
  }
}
