package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.BrandAccount;
import dev.earshot.pipelines.facts.BrandCustomer;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.facts.InteractionFact;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.shop.ShopTags;
import dev.earshot.pipelines.listen.site.SiteTags;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.referrals.CustomerJourney.AccountEvent;
import dev.earshot.pipelines.measure.referrals.CustomerJourney.Step;
import dev.earshot.pipelines.run.GroupInPartitions;
import dev.earshot.pipelines.run.RunSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Brings what each customer did together, as a {@link CustomerJourney}: interactions come by way of
 * the accounts that customers agreed to be known by.
 */
final class CustomerJourneys {
  private CustomerJourneys() {}

  static PCollection<KV<ReferralCell, Long>> counts(
      Listen listen, RunSettings settings, Clock clock) {
    List<PCollection<KV<BrandCustomer, Step>>> steps = new ArrayList<>();
    if (listen.has(ShopTags.LINKS)) {
      steps.add(interactions(listen, settings));
    }
    if (listen.has(SiteTags.SESSIONS)) {
      steps.add(listen.get(SiteTags.SESSIONS).apply("Clicks", ParDo.of(new Clicks())));
    }
    if (listen.has(ShopTags.ORDERS)) {
      steps.add(listen.get(ShopTags.ORDERS).apply("Purchases", ParDo.of(new Purchases())));
    }
    return PCollectionList.of(steps)
        .apply("CustomerSteps", Flatten.pCollections())
        .apply("GroupByCustomer", new GroupInPartitions<>(settings))
        .apply("CountJourneys", ParDo.of(new Count(clock)).withSideInputs(clock.latestInInput()));
  }

  private static PCollection<KV<BrandCustomer, Step>> interactions(
      Listen listen, RunSettings settings) {
    List<PCollection<KV<BrandAccount, AccountEvent>>> events = new ArrayList<>();
    events.add(listen.get(ShopTags.LINKS).apply("Links", ParDo.of(new Links())));
    if (listen.has(ResolveTags.INTERACTIONS)) {
      events.add(
          listen.get(ResolveTags.INTERACTIONS).apply("Interactions", ParDo.of(new Interactions())));
    }
    return PCollectionList.of(events)
        .apply("AccountEvents", Flatten.pCollections())
        .apply("GroupByAccount", new GroupInPartitions<>(settings))
        .apply("IdentifyInteractions", ParDo.of(new Identify()));
  }

  private static final class Links extends DoFn<CustomerLink, KV<BrandAccount, AccountEvent>> {
    @ProcessElement
    public void process(
        @Element CustomerLink link, OutputReceiver<KV<BrandAccount, AccountEvent>> out) {
      BrandAccount account = new BrandAccount(link.brandId(), link.personId());
      out.output(KV.of(account, AccountEvent.of(link)));
    }
  }

  private static final class Interactions
      extends DoFn<InteractionFact, KV<BrandAccount, AccountEvent>> {
    @ProcessElement
    public void process(
        @Element InteractionFact fact, OutputReceiver<KV<BrandAccount, AccountEvent>> out) {
      BrandAccount account = new BrandAccount(fact.brandId(), fact.personId());
      out.output(KV.of(account, AccountEvent.of(fact)));
    }
  }

  private static final class Identify
      extends DoFn<KV<BrandAccount, Iterable<AccountEvent>>, KV<BrandCustomer, Step>> {
    @ProcessElement
    public void process(
        @Element KV<BrandAccount, Iterable<AccountEvent>> account,
        OutputReceiver<KV<BrandCustomer, Step>> out) {
      String brand = account.getKey().brandId();
      CustomerJourney.identify(
          account.getValue(),
          (customer, step) -> out.output(KV.of(new BrandCustomer(brand, customer), step)));
    }
  }

  private static final class Clicks extends DoFn<SessionFact, KV<BrandCustomer, Step>> {
    @ProcessElement
    public void process(@Element SessionFact visit, OutputReceiver<KV<BrandCustomer, Step>> out) {
      Step click = Step.of(visit);
      if (click != null) {
        out.output(
            KV.of(new BrandCustomer(visit.brandId(), String.valueOf(visit.customerId())), click));
      }
    }
  }

  private static final class Purchases extends DoFn<CustomerOrder, KV<BrandCustomer, Step>> {
    @ProcessElement
    public void process(@Element CustomerOrder order, OutputReceiver<KV<BrandCustomer, Step>> out) {
      Step purchase = Step.of(order);
      if (purchase != null) {
        out.output(KV.of(new BrandCustomer(order.brandId(), order.customerId()), purchase));
      }
    }
  }

  private static final class Count
      extends DoFn<KV<BrandCustomer, Iterable<Step>>, KV<ReferralCell, Long>> {
    private final Clock clock;

    Count(Clock clock) {
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String brand = context.element().getKey().brandId();
      new CustomerJourney(brand, context.element().getValue())
          .count(clock.asOf(context), (cell, number) -> context.output(KV.of(cell, number)));
    }
  }
}
