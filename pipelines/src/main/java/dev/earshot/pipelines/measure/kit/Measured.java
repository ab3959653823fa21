package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.beam.EncodedCoder;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.beam.WriteRows;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.run.RunSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Measures as steps of a pipeline: facts in, rows of tables out. Steps are named after the tables.
 *
 * <p>What follows a grouping has no other consumer beside it, and no side input unless a measure
 * looks up a side table: Flink streams the values of a key to such a step, and would hand them to
 * any other as one element, in memory. So measures of the same groups share one step, and the clock
 * travels in the keys.
 */
public final class Measured {
  private final Inputs inputs;
  private final Map<String, PCollection<?>> rows = new LinkedHashMap<>();

  private Measured(Inputs inputs) {
    this.inputs = inputs;
  }

  /**
   * Adds the steps of measures to the pipeline of their facts. Measures for which there are no
   * facts have none.
   */
  public static Measured of(List<? extends Measure<?>> measures, Inputs inputs) {
    Measured measured = new Measured(inputs);
    Map<Boolean, List<Measure<?>>> possible =
        measures.stream()
            .filter(measure -> inputs.has(measure.facts()))
            .collect(Collectors.partitioningBy(measure -> measure.facts().makers().isEmpty()));
    List<Measure<?>> ofMeasures = Objects.requireNonNull(possible.get(false));
    Set<Facts<?, ?>> made = new LinkedHashSet<>();
    ofMeasures.forEach(measure -> made.add(measure.facts()));
    List<Measure<?>> ofFacts = new ArrayList<>(Objects.requireNonNull(possible.get(true)));
    made.forEach(kind -> ofFacts.addAll(measured.makers(kind)));
    measured.add(ofFacts);
    made.forEach(measured::gather);
    measured.add(ofMeasures);
    return measured;
  }

  private <V extends Record> List<Measure<V>> makers(Facts<?, V> kind) {
    return kind.makers().stream().filter(maker -> inputs.has(maker.facts())).toList();
  }

  private <V extends Record> void gather(Facts<?, V> kind) {
    List<PCollection<V>> all = makers(kind).stream().map(this::rows).toList();
    inputs.withMade(kind, PCollectionList.of(all).apply(kind.name(), Flatten.pCollections()));
  }

  private void add(List<Measure<?>> measures) {
    Map<Groups<?, ?>, List<Measure.Grouped<?, ?, ?>>> groups = new LinkedHashMap<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof Measure.Each<?, ?, ?> each) {
        addEach(each);
      } else if (measure instanceof Measure.Grouped<?, ?, ?> grouped) {
        groups.computeIfAbsent(grouped.groups(), g -> new ArrayList<>()).add(grouped);
      }
    }
    groups.forEach(this::addGroups);
  }

  /** Whether the run has what a table is made of. */
  public boolean has(Measure<?> measure) {
    return rows.containsKey(measure.name());
  }

  /** The rows of a table that is measured. */
  @SuppressWarnings("unchecked")
  public <R extends Record> PCollection<R> rows(Measure<R> measure) {
    PCollection<?> collection = rows.get(measure.name());
    if (collection == null) {
      throw new IllegalArgumentException(measure.name() + " is not measured");
    }
    return (PCollection<R>) collection;
  }

  /** Writes the rows of a table that is measured, of the days that the run publishes. */
  public <R extends Record> PCollection<WrittenFile> write(Measure<R> measure) {
    RunSettings settings = inputs.settings();
    return rows(measure)
        .apply(
            "Write" + measure.name(),
            WriteRows.of(measure.type(), settings.staging(), FileKeys.of(settings.inputBytes())));
  }

  private <K extends Record, V extends Record, R extends Record> void addEach(
      Measure.Each<K, V, R> measure) {
    Map<String, PCollectionView<?>> views = views(measure.sides());
    rows.put(
        measure.name(),
        inputs
            .of(measure.facts())
            .apply(
                "Measure" + measure.name(),
                ParDo.of(new MeasureSteps.Each<>(measure, inputs.settings(), inputs.clock(), views))
                    .withSideInputs(views.values())
                    .withSideInputs(inputs.clock().latestInInput()))
            .setCoder(RecordCoder.of(measure.type())));
  }

  private <K extends Record, V extends Record> void addGroups(
      Groups<K, V> groups, List<Measure.Grouped<?, ?, ?>> measures) {
    Map<String, PCollectionView<?>> views =
        views(measures.stream().flatMap(measure -> measure.sides().stream()).toList());
    Map<String, PCollectionView<?>> keyingViews = views(groups.sides());
    MeasureSteps.OfGroups<K, V> step =
        new MeasureSteps.OfGroups<>(groups, measures, inputs.settings(), views);
    TupleTagList others = TupleTagList.empty();
    for (Measure<?> measure : measures.subList(1, measures.size())) {
      others = others.and(MeasureSteps.tag(measure));
    }
    PCollectionTuple measured =
        inputs
            .of(groups.facts())
            .apply(
                "Key" + groups.name(),
                ParDo.of(
                        new FactElements.ForGroups<>(
                            groups, inputs.settings(), inputs.clock(), keyingViews))
                    .withSideInputs(keyingViews.values())
                    .withSideInputs(inputs.clock().latestInInput()))
            .setCoder(
                KvCoder.of(
                    KvCoder.of(BigEndianLongCoder.of(), RecordCoder.of(groups.key())),
                    new EncodedCoder<>(RecordCoder.of(groups.value()))))
            .apply("Group" + groups.name(), GroupByKey.create())
            .apply(
                "Measure" + groups.name(),
                ParDo.of(step)
                    .withSideInputs(views.values())
                    .withOutputTags(MeasureSteps.tag(measures.get(0)), others));
    measures.forEach(measure -> put(measure, measured));
  }

  private <R extends Record> void put(Measure<R> measure, PCollectionTuple measured) {
    rows.put(
        measure.name(),
        measured.get(MeasureSteps.<R>tag(measure)).setCoder(RecordCoder.of(measure.type())));
  }

  private Map<String, PCollectionView<?>> views(List<SideTable<?, ?>> tables) {
    Map<String, PCollectionView<?>> views = new LinkedHashMap<>();
    tables.forEach(table -> views.put(table.name(), inputs.view(table)));
    return views;
  }
}
