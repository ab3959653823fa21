package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.attribution.Assists;
import dev.earshot.models.attribution.TouchCredits;
import dev.earshot.models.referrals.Medium;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.facts.InteractionFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one customer did, where that may be known: clicks while signed in, orders, and - with
 * consent - interactions with the brand. Gives the credits of clicks and the three-day assists.
 */
public final class CustomerJourney {
  /** Clicks count for the orders of so many days. */
  private static final int LOOKBACK_DAYS = 28;

  /** An order is at the last interaction of three days, which no issue of three days precedes. */
  private static final Reach ASSIST = new Reach(6, 3);

  /** What the orders and interactions of a day ask for: clicks, other interactions and issues. */
  static final Context CONTEXT =
      InputContext.VISIT
          .over(Reach.back(LOOKBACK_DAYS))
          .or(InputContext.VISIT.or(InputContext.REPLIES).over(ASSIST));

  private static final long LOOKBACK_MICROS = LOOKBACK_DAYS * 24L * 3600 * 1_000_000;

  private static final Set<Medium> NO_CLICK = Set.of(Medium.DIRECT, Medium.INTERNAL, Medium.SPAM);

  private final String brandId;
  private final List<Step> steps;

  /**
   * The journey of a customer.
   *
   * @param steps in any order
   */
  public CustomerJourney(String brandId, Iterable<Step> steps) {
    this.brandId = brandId;
    this.steps = new ArrayList<>();
    steps.forEach(this.steps::add);
    this.steps.sort(
        Comparator.comparingLong(Step::atMicros)
            .thenComparing(Step::kind)
            .thenComparing(step -> String.valueOf(step.network())));
  }

  /** What a step of a customer is. */
  enum Kind {
    ORDER,
    CLICK,
    INTERACTION,
    SERVICE_ISSUE
  }

  /** One step of a customer; the network is null where it is none or not known. */
  public record Step(
      Kind kind, @Nullable String network, boolean isSocial, long atMicros, int day) {

    /** A visit by a click of a customer; null where it is none. */
    public static @Nullable Step of(SessionFact visit) {
      return visit.customerId() != null && visit.isHuman() && !NO_CLICK.contains(visit.medium())
          ? new Step(
              Kind.CLICK,
              visit.network(),
              visit.medium() == Medium.SOCIAL,
              visit.startedAtMicros(),
              visit.day())
          : null;
    }

    /** A purchase; null where an order is none. */
    public static @Nullable Step of(CustomerOrder order) {
      return order.isPurchase()
          ? new Step(Kind.ORDER, null, false, order.orderedAtMicros(), order.day())
          : null;
    }

    private static Step of(InteractionFact fact) {
      Kind kind = fact.isServiceIssue() ? Kind.SERVICE_ISSUE : Kind.INTERACTION;
      return new Step(kind, fact.network(), true, fact.atMicros(), fact.day());
    }
  }

  /** An interaction or a link of an account, where the two meet. */
  public record AccountEvent(@Nullable String customerId, @Nullable Step interaction) {
    public static AccountEvent of(CustomerLink link) {
      return new AccountEvent(link.customerId(), null);
    }

    public static AccountEvent of(InteractionFact fact) {
      return new AccountEvent(null, Step.of(fact));
    }
  }

  /**
   * Gives the interactions of an account to the one customer behind it, to nobody where there are
   * several.
   *
   * @param out takes the customer and the step
   */
  public static void identify(Iterable<AccountEvent> account, BiConsumer<String, Step> out) {
    Set<String> customers = new TreeSet<>();
    List<Step> spoken = new ArrayList<>();
    for (AccountEvent event : account) {
      if (event.customerId() != null) {
        customers.add(event.customerId());
      }
      if (event.interaction() != null) {
        spoken.add(event.interaction());
      }
    }
    if (customers.size() == 1) {
      String customer = customers.iterator().next();
      spoken.forEach(step -> out.accept(customer, step));
    }
  }

  /**
   * Adds the credits of orders and the assists.
   *
   * @param asOfMicros the clock of the run; interactions of the three days before it cannot assist
   *     yet
   */
  public void count(long asOfMicros, ReferralCell.Sums sums) {
    attribute(sums);
    assist(asOfMicros, sums);
  }

  private List<Step> of(Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).toList();
  }

  private void attribute(ReferralCell.Sums sums) {
    List<Step> clicks = of(Kind.CLICK);
    for (Step order : of(Kind.ORDER)) {
      List<Step> before = clicks.stream().filter(click -> isBefore(click, order)).toList();
      if (!before.isEmpty()) {
        add(MentionCell.ALL, order.day(), ReferralCount.ATTRIBUTED, 1, sums);
        for (TouchCredits rule : TouchCredits.values()) {
          credit(before, order, rule, sums);
        }
      }
    }
  }

  private static boolean isBefore(Step click, Step order) {
    long micros = order.atMicros() - click.atMicros();
    return micros >= 0 && micros <= LOOKBACK_MICROS;
  }

  /** Credits all clicks, of which the social ones are shown. */
  private void credit(List<Step> clicks, Step order, TouchCredits rule, ReferralCell.Sums sums) {
    int[] credits = rule.of(clicks.size());
    for (int i = 0; i < credits.length; i++) {
      if (clicks.get(i).isSocial() && credits[i] > 0) {
        ReferralCount count = ReferralCount.of(rule);
        addBoth(clicks.get(i).network(), order.day(), count, credits[i], sums);
      }
    }
  }

  private void assist(long asOfMicros, ReferralCell.Sums sums) {
    List<Step> spoken =
        steps.stream()
            .filter(s -> s.kind() == Kind.INTERACTION || s.kind() == Kind.SERVICE_ISSUE)
            .toList();
    List<Assists.Interaction> interactions =
        spoken.stream()
            .map(s -> new Assists.Interaction(s.atMicros(), s.kind() == Kind.SERVICE_ISSUE))
            .toList();
    List<Assists.Interaction> exposures = Assists.exposures(interactions, asOfMicros);
    List<Step> exposed = exposures.stream().map(e -> spoken.get(interactions.indexOf(e))).toList();
    for (Step exposure : exposed) {
      addBoth(exposure.network(), exposure.day(), ReferralCount.EXPOSED, 1, sums);
    }
    for (Assists.Count count :
        Assists.counts(exposures, times(of(Kind.ORDER)), times(of(Kind.CLICK)))) {
      Step exposure = exposed.get(count.interaction());
      ReferralCount what = count.isAfter() ? ReferralCount.ASSIST : ReferralCount.MIRROR;
      addBoth(exposure.network(), exposure.day(), what, 1, sums);
    }
  }

  private static List<Long> times(List<Step> steps) {
    return steps.stream().map(Step::atMicros).toList();
  }

  private void addBoth(
      @Nullable String network, int day, ReferralCount count, long number, ReferralCell.Sums sums) {
    add(MentionCell.ALL, day, count, number, sums);
    if (network != null) {
      add(network, day, count, number, sums);
    }
  }

  private void add(
      String network, int day, ReferralCount count, long number, ReferralCell.Sums sums) {
    sums.add(new ReferralCell(brandId, network, day, count), number);
  }
}
