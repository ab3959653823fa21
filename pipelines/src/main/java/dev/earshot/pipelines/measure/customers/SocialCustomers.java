package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.SpokenFact;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/** Brings the customers who agreed to it together with what their accounts said. */
final class SocialCustomers {
  private SocialCustomers() {}

  /** A customer behind an account, or a day on which the account spoke of or to the brand. */
  record AccountFact(
      String brandId, String personId, @Nullable String customerId, @Nullable Integer spokenDay) {
    String account() {
      return brandId + '\n' + personId;
    }
  }

  /** Days on which persons spoke of or to a brand. */
  static PCollection<AccountFact> spoken(Listen listen) {
    return listen
        .spoken()
        .apply(
            "Spoken",
            MapElements.into(TypeDescriptor.of(AccountFact.class))
                .via(
                    (SpokenFact fact) ->
                        new AccountFact(fact.brandId(), fact.personId(), null, fact.day())));
  }

  /** What is known of customers by their accounts. */
  static PCollection<CustomerFact> of(
      Listen listen, PCollection<AccountFact> spoken, RunSettings settings) {
    PCollection<AccountFact> links =
        listen
            .shop()
            .links()
            .apply(
                "LinkedAccounts",
                MapElements.into(TypeDescriptor.of(AccountFact.class))
                    .via(
                        (CustomerLink link) ->
                            new AccountFact(
                                link.brandId(), link.personId(), link.customerId(), null)));
    return PCollectionList.of(links)
        .and(spoken)
        .apply("AccountFacts", Flatten.pCollections())
        .apply("PartitionAccounts", ParDo.of(new ByAccount(settings)))
        .apply("GroupAccounts", GroupByKey.create())
        .apply("ToCustomers", ParDo.of(new ToCustomers()));
  }

  private static final class ByAccount extends DoFn<AccountFact, KV<Integer, AccountFact>> {
    private final RunSettings settings;

    ByAccount(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element AccountFact fact, OutputReceiver<KV<Integer, AccountFact>> out) {
      int partition = Partitions.of(settings, fact.brandId(), fact.personId());
      out.output(KV.of(partition, fact));
    }
  }

  private static final class ToCustomers
      extends DoFn<KV<Integer, Iterable<AccountFact>>, CustomerFact> {
    private record Known(TreeSet<String> customers, TreeSet<Integer> days) {}

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<AccountFact>> partition, OutputReceiver<CustomerFact> out) {
      Map<String, Known> accounts = new HashMap<>();
      for (AccountFact fact : partition.getValue()) {
        Known known =
            accounts.computeIfAbsent(
                fact.account(), account -> new Known(new TreeSet<>(), new TreeSet<>()));
        if (fact.customerId() != null) {
          known.customers().add(fact.customerId());
        }
        if (fact.spokenDay() != null) {
          known.days().add(fact.spokenDay());
        }
      }
      accounts.forEach(
          (account, known) ->
              known.customers().forEach(customer -> tell(account, customer, known, out)));
    }

    private static void tell(
        String account, String customer, Known known, OutputReceiver<CustomerFact> out) {
      String brand = account.substring(0, account.indexOf('\n'));
      out.output(new CustomerFact(brand, customer, null, null));
      known.days().forEach(day -> out.output(new CustomerFact(brand, customer, null, day)));
    }
  }
}
