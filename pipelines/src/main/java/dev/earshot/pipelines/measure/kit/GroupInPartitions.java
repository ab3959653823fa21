package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Groups what is little under many keys, such as customers. The keys meet in {@link Partitions}, as
 * an engine has its costs for each group, however small.
 *
 * @param <V> what is grouped
 */
public final class GroupInPartitions<V>
    extends PTransform<PCollection<KV<String, V>>, PCollection<KV<String, Iterable<V>>>> {
  private final RunSettings settings;

  public GroupInPartitions(RunSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollection<KV<String, Iterable<V>>> expand(PCollection<KV<String, V>> keyed) {
    return keyed
        .apply("Partition", ParDo.of(new Partition<V>(settings)))
        .setCoder(KvCoder.of(VarIntCoder.of(), keyed.getCoder()))
        .apply("GroupPartition", GroupByKey.create())
        .apply("GroupKeys", ParDo.of(new GroupKeys<V>()))
        .setCoder(coder(keyed));
  }

  private Coder<KV<String, Iterable<V>>> coder(PCollection<KV<String, V>> keyed) {
    KvCoder<String, V> coder = (KvCoder<String, V>) keyed.getCoder();
    return KvCoder.of(coder.getKeyCoder(), IterableCoder.of(coder.getValueCoder()));
  }

  private static final class Partition<V> extends DoFn<KV<String, V>, KV<Integer, KV<String, V>>> {
    private final RunSettings settings;

    Partition(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(
        @Element KV<String, V> keyed, OutputReceiver<KV<Integer, KV<String, V>>> out) {
      out.output(KV.of(Partitions.of(settings, keyed.getKey(), ""), keyed));
    }
  }

  private static final class GroupKeys<V>
      extends DoFn<KV<Integer, Iterable<KV<String, V>>>, KV<String, Iterable<V>>> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<KV<String, V>>> partition,
        OutputReceiver<KV<String, Iterable<V>>> out) {
      Map<String, List<V>> groups = new TreeMap<>();
      for (KV<String, V> keyed : partition.getValue()) {
        groups.computeIfAbsent(keyed.getKey(), key -> new ArrayList<>()).add(keyed.getValue());
      }
      groups.forEach((key, group) -> out.output(KV.of(key, group)));
    }
  }
}
