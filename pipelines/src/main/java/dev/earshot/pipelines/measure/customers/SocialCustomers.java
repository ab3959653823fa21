package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.ConversationRow;
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
    TypeDescriptor<AccountFact> fact = TypeDescriptor.of(AccountFact.class);
    PCollection<AccountFact> mentions =
        listen
            .mentions()
            .apply(
                "MentionDays",
                MapElements.into(fact)
                    .via((KV<Long, Encoded<BrandMentionRow>> row) -> day(row.getValue().value())));
    PCollection<AccountFact> conversations =
        listen
            .conversations()
            .apply(
                "ConversationDays",
                MapElements.into(fact)
                    .via((KV<Long, Encoded<ConversationRow>> row) -> day(row.getValue().value())));
    return PCollectionList.of(mentions).and(conversations).apply("Spoken", Flatten.pCollections());
  }

  private static AccountFact day(BrandMentionRow row) {
    return new AccountFact(row.brandId(), row.authorId(), null, row.dt());
  }

  private static AccountFact day(ConversationRow row) {
    return new AccountFact(row.brandId(), row.personId(), null, row.dt());
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
