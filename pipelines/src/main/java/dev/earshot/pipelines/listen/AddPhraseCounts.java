package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.RecordCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;

/** Adds up the counts of a phrase, before the shuffle as well as after it. */
final class AddPhraseCounts
    extends Combine.CombineFn<PhraseCount, AddPhraseCounts.Sum, PhraseCount> {

  /** A running sum. */
  record Sum(PhraseCount count) {}

  @Override
  public Sum createAccumulator() {
    return new Sum(PhraseCount.NONE);
  }

  @Override
  public Sum addInput(Sum sum, PhraseCount count) {
    return new Sum(sum.count().plus(count));
  }

  @Override
  public Sum mergeAccumulators(Iterable<Sum> sums) {
    PhraseCount total = PhraseCount.NONE;
    for (Sum sum : sums) {
      total = total.plus(sum.count());
    }
    return new Sum(total);
  }

  @Override
  public PhraseCount extractOutput(Sum sum) {
    return sum.count();
  }

  @Override
  public Coder<Sum> getAccumulatorCoder(CoderRegistry registry, Coder<PhraseCount> inputCoder) {
    return RecordCoder.of(Sum.class);
  }
}
