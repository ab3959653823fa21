package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.run.GroupInPartitions;
import dev.earshot.pipelines.run.RunSettings;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Adds up the counts of each phrase, of which most occur once. */
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
        .apply("GroupPhrases", new GroupInPartitions<>(settings))
        .apply("SumPhrases", ParDo.of(new Add()));
  }

  private static final class Add
      extends DoFn<KV<PhraseKey, Iterable<PhraseCount>>, KV<PhraseKey, Encoded<PhraseCount>>> {
    @ProcessElement
    public void process(
        @Element KV<PhraseKey, Iterable<PhraseCount>> phrase,
        OutputReceiver<KV<PhraseKey, Encoded<PhraseCount>>> out) {
      PhraseCount sum = new PhraseCount(0, 0, 0);
      for (PhraseCount count : phrase.getValue()) {
        sum = sum.plus(count);
      }
      out.output(KV.of(phrase.getKey(), Encoded.of(sum)));
    }
  }
}
