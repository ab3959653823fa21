package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.RecordCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;

/** Adds up the accounts of a source. */
final class AddAccounts extends Combine.CombineFn<Account, AddAccounts.Sum, Account> {

  /** A running sum. */
  record Sum(Account account) {}

  @Override
  public Sum createAccumulator() {
    return new Sum(Account.NONE);
  }

  @Override
  public Sum addInput(Sum sum, Account account) {
    return new Sum(sum.account().plus(account));
  }

  @Override
  public Sum mergeAccumulators(Iterable<Sum> sums) {
    Account total = Account.NONE;
    for (Sum sum : sums) {
      total = total.plus(sum.account());
    }
    return new Sum(total);
  }

  @Override
  public Account extractOutput(Sum sum) {
    return sum.account();
  }

  @Override
  public Coder<Sum> getAccumulatorCoder(CoderRegistry registry, Coder<Account> inputCoder) {
    return RecordCoder.of(Sum.class);
  }
}
