package dev.earshot.pipelines.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param <K> the key
 * @param <V> what is grouped
 */
public final class GroupInPartitions<K extends PartitionKey, V>
    extends PTransform<PCollection<KV<K, V>>, PCollection<KV<K, Iterable<V>>>> {
  private final RunSettings settings;

  public GroupInPartitions(RunSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollection<KV<K, Iterable<V>>> expand(PCollection<KV<K, V>> keyed) {
    return keyed
        .apply("Partition", ParDo.of(new Partition<K, V>(settings)))
        .setCoder(KvCoder.of(VarIntCoder.of(), keyed.getCoder()))
        .apply("GroupPartition", GroupByKey.create())
        .apply("GroupKeys", ParDo.of(new GroupKeys<K, V>()))
        .setCoder(coder(keyed));
  }

  private Coder<KV<K, Iterable<V>>> coder(PCollection<KV<K, V>> keyed) {
    KvCoder<K, V> coder = (KvCoder<K, V>) keyed.getCoder();
    return KvCoder.of(coder.getKeyCoder(), IterableCoder.of(coder.getValueCoder()));
  }

  private static final class Partition<K extends PartitionKey, V>
      extends DoFn<KV<K, V>, KV<Integer, KV<K, V>>> {
    private final Partitions partitions;

    Partition(RunSettings settings) {
      partitions = new Partitions(settings.inputBytes());
    }

    @ProcessElement
    public void process(@Element KV<K, V> keyed, OutputReceiver<KV<Integer, KV<K, V>>> out) {
      out.output(KV.of(partitions.of(keyed.getKey().fingerprint()), keyed));
    }
  }

  private static final class GroupKeys<K, V>
      extends DoFn<KV<Integer, Iterable<KV<K, V>>>, KV<K, Iterable<V>>> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<KV<K, V>>> partition,
        OutputReceiver<KV<K, Iterable<V>>> out) {
      Map<K, List<V>> groups = new LinkedHashMap<>();
      for (KV<K, V> keyed : partition.getValue()) {
        groups.computeIfAbsent(keyed.getKey(), key -> new ArrayList<>()).add(keyed.getValue());
      }
      groups.forEach((key, group) -> out.output(KV.of(key, group)));
    }
  }
}
