package dev.earshot.pipelines.listen.site;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.referrals.Referral;
import dev.earshot.models.visits.Hit;
import dev.earshot.models.visits.SiteTraffic;
import dev.earshot.models.visits.Visit;
import dev.earshot.models.visits.Visits;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.facts.HitFact;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.facts.SessionPairFact;
import dev.earshot.pipelines.listen.read.BundleLedger;
import dev.earshot.pipelines.listen.read.LedgerFn;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.PublishedPaths;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import dev.earshot.pipelines.tables.SiteSessionRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/** Makes visits of the requests of each visitor. */
final class GroupHits
    extends LedgerFn<KV<Integer, Iterable<Encoded<HitFact>>>, KV<Long, Encoded<SiteSessionRow>>> {
  private static final SiteTraffic NONE = new SiteTraffic(0, 0, 0);

  private final RunSettings settings;
  private final PCollectionView<Map<String, SiteTraffic>> traffic;
  private transient @Nullable Pseudonyms pseudonyms;

  GroupHits(RunSettings settings, PCollectionView<Map<String, SiteTraffic>> traffic) {
    this.settings = settings;
    this.traffic = traffic;
  }

  @Setup
  public void setup() {
    pseudonyms = RunTools.of(settings).pseudonyms();
  }

  @ProcessElement
  public void process(ProcessContext context, MultiOutputReceiver out) {
    Map<String, SiteTraffic> sites = context.sideInput(traffic);
    Map<HitFact.Visitor, List<Hit>> visitors = new HashMap<>();
    for (Encoded<HitFact> encoded : context.element().getValue()) {
      HitFact fact = encoded.value();
      visitors.computeIfAbsent(fact.visitor(), visitor -> new ArrayList<>()).add(fact.hit());
    }
    visitors.forEach(
        (visitor, hits) -> visits(visitor, hits, sites.getOrDefault(visitor.brandId(), NONE), out));
  }

  private void visits(
      HitFact.Visitor who, List<Hit> hits, SiteTraffic site, MultiOutputReceiver out) {
    String brand = who.brandId();
    String visitor = who.visitorId();
    VisitorHistory history = new VisitorHistory(hits);
    List<SessionFact> sessions = new ArrayList<>();
    for (Visit visit : Visits.of(hits, site)) {
      int number = history.number(visit);
      int day = RunTools.of(settings).dayOf(brand, visit.startedAt());
      boolean holds = settings.dates().holds(day);
      visit.hits().forEach(hit -> account(hit, holds));
      sessions.add(session(brand, history.customer(visit), visit, number, day));
      if (holds) {
        out.get(SiteTags.ROWS)
            .output(
                FileKeys.of(settings.inputBytes()).assign(row(brand, visitor, visit, number, day)));
      }
    }
    sessions.forEach(out.get(SiteTags.SESSIONS)::output);
    SessionPairFact.of(sessions).forEach(out.get(SiteTags.PAIRS)::output);
  }

  private void account(Hit hit, boolean isPublished) {
    BundleLedger counts = tally();
    if (isPublished) {
      counts.accepted(hit.source());
    } else {
      counts.outOfScope(hit.source(), true);
    }
  }

  private static SessionFact session(
      String brand, @Nullable String customer, Visit visit, int number, int day) {
    Referral referral = visit.referral();
    return new SessionFact(
        brand,
        customer,
        referral.network(),
        visit.landing().path(),
        referral.medium(),
        referral.isPaid(),
        number > 1,
        visit.count(HitKind.PAGE) > 0,
        visit.botReason(),
        visit.hits().size(),
        visit.startedAt(),
        day);
  }

  private SiteSessionRow row(String brand, String visitor, Visit visit, int number, int day) {
    Referral referral = visit.referral();
    String session = visitor + '\n' + visit.startedAt();
    return new SiteSessionRow(
        brand,
        Objects.requireNonNull(pseudonyms).of("session:" + brand, session),
        visitor,
        visit.customerId(),
        settings.runId(),
        PublishedPaths.of(visit.landing().path()),
        referral.medium().code(),
        ReferralSources.published(referral.source()),
        referral.network(),
        referral.evidence().code(),
        referral.term(),
        visit.botReason() == null ? null : visit.botReason().code(),
        Tables.METRIC_VERSION,
        visit.hits().size(),
        visit.count(HitKind.PAGE),
        visit.count(HitKind.ASSET),
        visit.count(HitKind.FORM),
        visit.count(HitKind.ERROR),
        (visit.lastAt() - visit.startedAt()) / 1_000_000,
        visit.isHuman() ? (long) number : null,
        visit.botReason() != null,
        visit.isHuman(),
        referral.isPaid(),
        visit.startedAt(),
        visit.lastAt(),
        day);
  }
}
