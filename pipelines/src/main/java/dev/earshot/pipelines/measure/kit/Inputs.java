package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.run.RunSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** The facts of a pipeline, and the side tables made of them; each of these is made once. */
public final class Inputs {
  private final RunSettings settings;
  private final Clock clock;
  private final Map<String, PCollection<?>> facts = new HashMap<>();
  private final Map<String, PCollectionView<?>> views = new HashMap<>();

  /** No facts yet. */
  public Inputs(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Adds facts that stand alone. */
  public <V extends Record> Inputs with(Facts<NoKey, V> kind, PCollection<V> collection) {
    facts.put(kind.name(), collection);
    return this;
  }

  /** Adds facts that stand under keys. */
  public <K extends Record, V extends Record> Inputs withKeyed(
      Facts<K, V> kind, PCollection<KV<K, Encoded<V>>> collection) {
    facts.put(kind.name(), collection);
    return this;
  }

  /** Adds what measures have made. */
  <V extends Record> void withMade(Facts<?, V> kind, PCollection<V> collection) {
    facts.put(kind.name(), collection);
  }

  /** Whether there are facts of a kind, or a measure can make them. */
  public boolean has(Facts<?, ?> kind) {
    return facts.containsKey(kind.name())
        || kind.makers().stream().anyMatch(maker -> has(maker.facts()));
  }

  RunSettings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  /** The facts: records, or encoded records under keys; {@link FactElements} tells them apart. */
  @SuppressWarnings("unchecked")
  PCollection<Object> of(Facts<?, ?> kind) {
    PCollection<?> collection = facts.get(kind.name());
    if (collection == null) {
      throw new IllegalArgumentException("no facts of the kind " + kind.name());
    }
    return (PCollection<Object>) collection;
  }

  /** A side table, as what steps receive it through. */
  @SuppressWarnings("unchecked")
  public <K extends Record, V extends Record> PCollectionView<Map<K, V>> view(
      SideTable<K, V> table) {
    PCollectionView<?> known = views.get(table.name());
    if (known == null) {
      known = make(table);
      views.put(table.name(), known);
    }
    return (PCollectionView<Map<K, V>>) known;
  }

  private <K extends Record, V extends Record> PCollectionView<Map<K, V>> make(
      SideTable<K, V> table) {
    PCollection<KV<K, V>> entries =
        table instanceof SideTable.OfFacts<K, V> facts
            ? ofFacts(facts)
            : ofTable((SideTable.OfTable<?, ?, K, V>) table);
    return entries.apply("View" + table.name(), View.asMap());
  }

  private <K extends Record, V extends Record> PCollection<KV<K, V>> ofFacts(
      SideTable.OfFacts<K, V> table) {
    return of(table.facts())
        .apply(
            "Key" + table.name(),
            ParDo.of(new FactElements.ForSideTable<>(table, settings, clock))
                .withSideInputs(clock.latestInInput()))
        .setCoder(coder(table))
        .apply("Add" + table.name(), Combine.perKey(table.plus()::apply));
  }

  private <A extends Record, B extends Record, K extends Record, V extends Record>
      PCollection<KV<K, V>> ofTable(SideTable.OfTable<A, B, K, V> table) {
    PCollectionView<Map<A, B>> other = view(table.other());
    return of(table.facts())
        .getPipeline()
        .apply("Once" + table.name(), Impulse.create())
        .apply(
            "Make" + table.name(),
            ParDo.of(new FactElements.OfSideTable<>(table, other, settings, clock))
                .withSideInputs(other, clock.latestInInput()))
        .setCoder(coder(table));
  }

  private static <K extends Record, V extends Record> KvCoder<K, V> coder(SideTable<K, V> table) {
    return KvCoder.of(RecordCoder.of(table.key()), RecordCoder.of(table.value()));
  }
}
