package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseDay;
import dev.earshot.pipelines.facts.PhraseHistory;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.facts.PhraseText;
import dev.earshot.pipelines.run.GroupInPartitions;
import dev.earshot.pipelines.run.RunSettings;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Adds up the counts of each phrase by brand and day; most phrases occur once. */
public final class AddPhrases
    extends PTransform<
        PCollection<KV<PhraseKey, PhraseCount>>,
        PCollection<KV<PhraseText, Encoded<PhraseHistory>>>> {
  private final RunSettings settings;

  public AddPhrases(RunSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollection<KV<PhraseText, Encoded<PhraseHistory>>> expand(
      PCollection<KV<PhraseKey, PhraseCount>> counts) {
    return counts
        .apply("PhraseDays", ParDo.of(new ByText()))
        .setCoder(KvCoder.of(RecordCoder.of(PhraseText.class), RecordCoder.of(PhraseDay.class)))
        .apply("GroupPhrases", new GroupInPartitions<>(settings))
        .apply("SumPhrases", ParDo.of(new Add()));
  }

  private static final class ByText
      extends DoFn<KV<PhraseKey, PhraseCount>, KV<PhraseText, PhraseDay>> {
    @ProcessElement
    public void process(
        @Element KV<PhraseKey, PhraseCount> counted,
        OutputReceiver<KV<PhraseText, PhraseDay>> out) {
      PhraseKey key = counted.getKey();
      out.output(KV.of(key.text(), key.with(counted.getValue())));
    }
  }

  private static final class Add
      extends DoFn<KV<PhraseText, Iterable<PhraseDay>>, KV<PhraseText, Encoded<PhraseHistory>>> {
    @ProcessElement
    public void process(
        @Element KV<PhraseText, Iterable<PhraseDay>> phrase,
        OutputReceiver<KV<PhraseText, Encoded<PhraseHistory>>> out) {
      out.output(KV.of(phrase.getKey(), Encoded.of(PhraseHistory.of(phrase.getValue()))));
    }
  }
}
