package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.facts.BrandAccount;
import dev.earshot.pipelines.facts.BrandCustomer;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.SpokenFact;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.people.PeopleTags;
import dev.earshot.pipelines.listen.shop.ShopTags;
import dev.earshot.pipelines.run.GroupInPartitions;
import dev.earshot.pipelines.run.RunSettings;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/** Brings the customers who agreed to it together with what their accounts said. */
final class SocialCustomers {
  private SocialCustomers() {}

  /** A customer behind an account, or a day on which the account spoke of or to the brand. */
  record AccountFact(@Nullable String customerId, @Nullable Integer spokenDay) {}

  /** What is known of customers by their accounts. */
  static PCollection<KV<BrandCustomer, CustomerFact>> of(Listen listen, RunSettings settings) {
    PCollectionList<KV<BrandAccount, AccountFact>> facts =
        PCollectionList.of(
            listen.get(ShopTags.LINKS).apply("LinkedAccounts", ParDo.of(new Links())));
    if (listen.has(PeopleTags.SPOKEN)) {
      facts =
          facts.and(listen.get(PeopleTags.SPOKEN).apply("SpokenDays", ParDo.of(new SpokenDays())));
    }
    return facts
        .apply("AccountFacts", Flatten.pCollections())
        .apply("GroupFactsByAccount", new GroupInPartitions<>(settings))
        .apply("FactsOfCustomers", ParDo.of(new OfCustomers()));
  }

  private static final class Links extends DoFn<CustomerLink, KV<BrandAccount, AccountFact>> {
    @ProcessElement
    public void process(
        @Element CustomerLink link, OutputReceiver<KV<BrandAccount, AccountFact>> out) {
      BrandAccount account = new BrandAccount(link.brandId(), link.personId());
      out.output(KV.of(account, new AccountFact(link.customerId(), null)));
    }
  }

  private static final class SpokenDays extends DoFn<SpokenFact, KV<BrandAccount, AccountFact>> {
    @ProcessElement
    public void process(
        @Element SpokenFact fact, OutputReceiver<KV<BrandAccount, AccountFact>> out) {
      BrandAccount account = new BrandAccount(fact.brandId(), fact.personId());
      out.output(KV.of(account, new AccountFact(null, fact.day())));
    }
  }

  private static final class OfCustomers
      extends DoFn<KV<BrandAccount, Iterable<AccountFact>>, KV<BrandCustomer, CustomerFact>> {
    @ProcessElement
    public void process(
        @Element KV<BrandAccount, Iterable<AccountFact>> account,
        OutputReceiver<KV<BrandCustomer, CustomerFact>> out) {
      TreeSet<String> customers = new TreeSet<>();
      TreeSet<Integer> days = new TreeSet<>();
      for (AccountFact fact : account.getValue()) {
        if (fact.customerId() != null) {
          customers.add(fact.customerId());
        }
        if (fact.spokenDay() != null) {
          days.add(fact.spokenDay());
        }
      }
      for (String customer : customers) {
        BrandCustomer to = new BrandCustomer(account.getKey().brandId(), customer);
        out.output(KV.of(to, new CustomerFact(null, null)));
        days.forEach(day -> out.output(KV.of(to, new CustomerFact(null, day))));
      }
    }
  }
}
