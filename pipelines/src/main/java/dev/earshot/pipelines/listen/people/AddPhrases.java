package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Adds up the counts of each phrase. Most phrases occur once, so that they meet in {@link
 * Partitions} rather than under a key each, for which an engine has its costs.
 */
public final class AddPhrases
    extends PTransform<
        PCollection<KV<PhraseKey, PhraseCount>>, PCollection<KV<PhraseKey, Encoded<PhraseCount>>>> {
  private final RunSettings settings;

  public AddPhrases(RunSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollection<KV<PhraseKey, Encoded<PhraseCount>>> expand(
      PCollection<KV<PhraseKey, PhraseCount>> counts) {
    return counts
        .apply("PartitionPhrases", ParDo.of(new Partition(settings)))
        .apply("GroupPhrases", GroupByKey.create())
        .apply("SumPhrases", ParDo.of(new Add()));
  }

  private static final class Partition
      extends DoFn<KV<PhraseKey, PhraseCount>, KV<Integer, KV<PhraseKey, PhraseCount>>> {
    private final Partitions partitions;

    Partition(RunSettings settings) {
      partitions = new Partitions(settings.inputBytes());
    }

    @ProcessElement
    public void process(
        @Element KV<PhraseKey, PhraseCount> count,
        OutputReceiver<KV<Integer, KV<PhraseKey, PhraseCount>>> out) {
      PhraseKey key = count.getKey();
      long fingerprint = Fingerprints.of(key.brandId(), key.phrase()) + key.day();
      out.output(KV.of(partitions.of(fingerprint), count));
    }
  }

  private static final class Add
      extends DoFn<
          KV<Integer, Iterable<KV<PhraseKey, PhraseCount>>>, KV<PhraseKey, Encoded<PhraseCount>>> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<KV<PhraseKey, PhraseCount>>> partition,
        OutputReceiver<KV<PhraseKey, Encoded<PhraseCount>>> out) {
      Map<PhraseKey, PhraseCount> sums = new HashMap<>();
      for (KV<PhraseKey, PhraseCount> count : partition.getValue()) {
        sums.merge(count.getKey(), count.getValue(), PhraseCount::plus);
      }
      sums.forEach((key, sum) -> out.output(KV.of(key, Encoded.of(sum))));
    }
  }
}
