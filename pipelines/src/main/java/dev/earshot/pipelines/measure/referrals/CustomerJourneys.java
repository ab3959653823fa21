package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.attribution.Assists;
import dev.earshot.models.attribution.TouchCredits;
import dev.earshot.models.referrals.Medium;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.facts.InteractionFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.GroupInPartitions;
import dev.earshot.pipelines.run.RunSettings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * What each customer did, where that may be known: clicks while signed in, orders, and - with
 * consent - interactions with the brand. Gives the credits of clicks and the three-day assists.
 */
final class CustomerJourneys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Clicks count for the orders of 28 days, as far as a run reads back. */
  static final long LOOKBACK_MICROS = 28L * 24 * 3600 * 1_000_000;

  private static final Set<Medium> NO_CLICK = Set.of(Medium.DIRECT, Medium.INTERNAL, Medium.SPAM);

  private CustomerJourneys() {}

  /** What a step of a customer is. */
  enum Kind {
    ORDER,
    CLICK,
    INTERACTION,
    SERVICE_ISSUE
  }

  /** One step of a customer; the network is null where it is none or not known. */
  record Step(Kind kind, @Nullable String network, boolean isSocial, long atMicros, int day) {}

  /** An interaction or a link of an account, where the two meet. */
  record AccountEvent(@Nullable String customerId, @Nullable Step interaction) {}

  static PCollection<KV<ReferralCell, Long>> counts(
      PCollection<SessionFact> sessions,
      PCollection<CustomerOrder> orders,
      PCollection<CustomerLink> links,
      PCollection<InteractionFact> interactions,
      RunSettings settings,
      Clock clock) {
    PCollection<KV<String, Step>> identified =
        PCollectionList.of(links.apply("Links", ParDo.of(new Links())))
            .and(interactions.apply("Interactions", ParDo.of(new Interactions())))
            .apply("AccountEvents", Flatten.pCollections())
            .apply("GroupByAccount", new GroupInPartitions<>(settings))
            .apply("IdentifyInteractions", ParDo.of(new Identify()));
    return PCollectionList.of(identified)
        .and(sessions.apply("Clicks", ParDo.of(new Clicks())))
        .and(orders.apply("Purchases", ParDo.of(new Purchases())))
        .apply("CustomerSteps", Flatten.pCollections())
        .apply("GroupByCustomer", new GroupInPartitions<>(settings))
        .apply("CountJourneys", ParDo.of(new Count(clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Links extends DoFn<CustomerLink, KV<String, AccountEvent>> {
    @ProcessElement
    public void process(@Element CustomerLink link, OutputReceiver<KV<String, AccountEvent>> out) {
      out.output(
          KV.of(
              link.brandId() + '\n' + link.network() + '\n' + link.personId(),
              new AccountEvent(link.customerId(), null)));
    }
  }

  private static final class Interactions extends DoFn<InteractionFact, KV<String, AccountEvent>> {
    @ProcessElement
    public void process(
        @Element InteractionFact fact, OutputReceiver<KV<String, AccountEvent>> out) {
      Kind kind = fact.isServiceIssue() ? Kind.SERVICE_ISSUE : Kind.INTERACTION;
      out.output(
          KV.of(
              fact.brandId() + '\n' + fact.network() + '\n' + fact.personId(),
              new AccountEvent(
                  null, new Step(kind, fact.network(), true, fact.atMicros(), fact.day()))));
    }
  }

  /** Gives the interactions of an account to the one customer behind it. */
  private static final class Identify
      extends DoFn<KV<String, Iterable<AccountEvent>>, KV<String, Step>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<AccountEvent>> account, OutputReceiver<KV<String, Step>> out) {
      Set<String> customers = new TreeSet<>();
      List<Step> steps = new ArrayList<>();
      for (AccountEvent event : account.getValue()) {
        if (event.customerId() != null) {
          customers.add(event.customerId());
        }
        if (event.interaction() != null) {
          steps.add(event.interaction());
        }
      }
      if (customers.size() == 1) {
        String brand = account.getKey().substring(0, account.getKey().indexOf('\n'));
        String key = brand + '\n' + customers.iterator().next();
        steps.forEach(step -> out.output(KV.of(key, step)));
      }
    }
  }

  private static final class Clicks extends DoFn<SessionFact, KV<String, Step>> {
    @ProcessElement
    public void process(@Element SessionFact session, OutputReceiver<KV<String, Step>> out) {
      if (session.customerId() != null
          && session.isHuman()
          && !NO_CLICK.contains(session.medium())) {
        out.output(
            KV.of(
                session.brandId() + '\n' + session.customerId(),
                new Step(
                    Kind.CLICK,
                    session.network(),
                    session.medium() == Medium.SOCIAL,
                    session.startedAtMicros(),
                    session.day())));
      }
    }
  }

  private static final class Purchases extends DoFn<CustomerOrder, KV<String, Step>> {
    @ProcessElement
    public void process(@Element CustomerOrder order, OutputReceiver<KV<String, Step>> out) {
      if (order.isPurchase()) {
        out.output(
            KV.of(
                order.brandId() + '\n' + order.customerId(),
                new Step(Kind.ORDER, null, false, order.orderedAtMicros(), order.day())));
      }
    }
  }

  private static final class Count
      extends DoFn<KV<String, Iterable<Step>>, KV<ReferralCell, Long>> {
    private final Clock clock;

    Count(Clock clock) {
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String key = context.element().getKey();
      String brand = key.substring(0, key.indexOf('\n'));
      List<Step> steps = new ArrayList<>();
      context.element().getValue().forEach(steps::add);
      steps.sort(
          Comparator.comparingLong(Step::atMicros)
              .thenComparing(Step::kind)
              .thenComparing(step -> String.valueOf(step.network())));
      attribute(brand, steps, context);
      assist(brand, steps, clock.asOf(context), context);
    }

    private static List<Step> of(List<Step> steps, Kind kind) {
      return steps.stream().filter(step -> step.kind() == kind).toList();
    }

    private static void attribute(String brand, List<Step> steps, ProcessContext out) {
      List<Step> clicks = of(steps, Kind.CLICK);
      for (Step order : of(steps, Kind.ORDER)) {
        List<Step> before =
            clicks.stream()
                .filter(
                    click ->
                        click.atMicros() <= order.atMicros()
                            && order.atMicros() - click.atMicros() <= LOOKBACK_MICROS)
                .toList();
        if (before.isEmpty()) {
          continue;
        }
        emit(brand, MentionCell.ALL, order.day(), ReferralCount.ATTRIBUTED, 1, out);
        for (TouchCredits rule : TouchCredits.values()) {
          int[] credits = rule.of(before.size());
          ReferralCount count = ReferralCount.of(rule);
          for (int i = 0; i < credits.length; i++) {
            if (before.get(i).isSocial() && credits[i] > 0) {
              emitBoth(brand, before.get(i).network(), order.day(), count, credits[i], out);
            }
          }
        }
      }
    }

    private static void assist(
        String brand, List<Step> steps, long asOfMicros, ProcessContext out) {
      List<Step> spoken =
          steps.stream()
              .filter(s -> s.kind() == Kind.INTERACTION || s.kind() == Kind.SERVICE_ISSUE)
              .toList();
      List<Assists.Interaction> interactions =
          spoken.stream()
              .map(s -> new Assists.Interaction(s.atMicros(), s.kind() == Kind.SERVICE_ISSUE))
              .toList();
      List<Assists.Interaction> exposures = Assists.exposures(interactions, asOfMicros);
      List<Step> exposed =
          exposures.stream().map(e -> spoken.get(interactions.indexOf(e))).toList();
      for (Step exposure : exposed) {
        emitBoth(brand, exposure.network(), exposure.day(), ReferralCount.EXPOSED, 1, out);
      }
      for (Assists.Count count :
          Assists.counts(exposures, times(of(steps, Kind.ORDER)), times(of(steps, Kind.CLICK)))) {
        Step exposure = exposed.get(count.interaction());
        ReferralCount what = count.isAfter() ? ReferralCount.ASSIST : ReferralCount.MIRROR;
        emitBoth(brand, exposure.network(), exposure.day(), what, 1, out);
      }
    }

    private static List<Long> times(List<Step> steps) {
      return steps.stream().map(Step::atMicros).toList();
    }

    private static void emitBoth(
        String brand,
        @Nullable String network,
        int day,
        ReferralCount count,
        long number,
        ProcessContext out) {
      emit(brand, MentionCell.ALL, day, count, number, out);
      if (network != null) {
        emit(brand, network, day, count, number, out);
      }
    }

    private static void emit(
        String brand,
        String network,
        int day,
        ReferralCount count,
        long number,
        ProcessContext out) {
      out.output(KV.of(new ReferralCell(brand, network, day, count), number));
    }
  }
}
