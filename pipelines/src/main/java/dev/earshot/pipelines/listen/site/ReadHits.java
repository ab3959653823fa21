package dev.earshot.pipelines.listen.site;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.models.referrals.Referral;
import dev.earshot.models.referrals.Referrals;
import dev.earshot.models.visits.AgentKind;
import dev.earshot.models.visits.Agents;
import dev.earshot.models.visits.Hit;
import dev.earshot.models.visits.SiteTraffic;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.HitFact;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.listen.read.ReadRecords;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SiteDomains;
import dev.earshot.pipelines.run.SitePaths;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Reads web logs: tells the brand, what the user agent says and where the request came from. The
 * visitor's address and the query of the page end here.
 */
final class ReadHits extends ReadRecords<SiteHit, Encoded<HitFact>> {
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable Partitions partitions;
  private transient @Nullable Agents agents;
  private transient @Nullable SiteDomains domains;
  private transient @Nullable Map<String, SiteTraffic> traffic;
  private transient @Nullable String brandOfFile;

  ReadHits(RunSettings settings) {
    super(settings, SiteHit.class);
  }

  @Setup
  public void setup() {
    pseudonyms = workbench().pseudonyms();
    partitions = new Partitions(settings().inputBytes());
    agents = new Agents();
    domains = SiteDomains.of(workbench().brands());
  }

  @Override
  protected void begin(SourceFile file) {
    brandOfFile = file.brandId();
  }

  @Override
  protected void read(SiteHit hit, int source, long byteOffset, MultiOutputReceiver out) {
    if (settings().isAfterClock(hit.atMicros())) {
      tally().outOfScope(source, false);
      return;
    }
    tally().seen(source, hit.atMicros());
    String brand = Objects.requireNonNull(domains).brandOf(hit.host(), brandOfFile);
    if (brand == null) {
      tally().outOfScope(source, false);
      return;
    }
    int day = workbench().dayOf(brand, hit.atMicros());
    tally().about(brand, new SourceDay.Cell(SourceKind.WEB_LOGS, null, day), hit.atMicros());
    count(brand, hit.kind());
    if (!settings().dates().isInContext(RecordKind.WEB_LOGS, day)) {
      tally().outOfScope(source, false);
      return;
    }
    HitFact fact = fact(brand, hit, source, byteOffset);
    int partition = Objects.requireNonNull(partitions).of(fact.key());
    out.get(SiteTags.HITS).output(KV.of(partition, Encoded.of(fact)));
  }

  private HitFact fact(String brand, SiteHit hit, int source, long byteOffset) {
    Pseudonyms hasher = Objects.requireNonNull(pseudonyms);
    String agent = hit.userAgent();
    List<String> own = Objects.requireNonNull(domains).of(brand, hit.host());
    Referral referral = Referrals.shipped().classify(hit.target(), hit.referrer(), agent, own);
    String visitor =
        hit.clientId() == null
            ? Objects.requireNonNull(domains).clientOf(brand, hit) + '\n' + agent
            : "client\n" + hit.clientId();
    AgentKind kind =
        agent == null && hit.clientId() != null
            ? AgentKind.BROWSER
            : Objects.requireNonNull(agents).of(agent);
    return new HitFact(
        brand,
        hasher.of("visitor:" + brand, visitor),
        new Hit(
            hit.atMicros(),
            source,
            byteOffset,
            hit.kind(),
            kind,
            SitePaths.of(hit.target()),
            settings().keepsText() ? referral : referral.withoutTerm(),
            hit.userId() == null ? null : hasher.ofCustomer(brand, hit.userId())));
  }

  private void count(String brand, HitKind kind) {
    SiteTraffic one =
        new SiteTraffic(
            kind == HitKind.PAGE ? 1 : 0,
            kind == HitKind.ASSET ? 1 : 0,
            kind == HitKind.FORM ? 1 : 0);
    if (traffic == null) {
      traffic = new HashMap<>();
    }
    traffic.merge(brand, one, SiteTraffic::plus);
  }

  @Override
  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    super.finishBundle(context);
    if (traffic != null) {
      traffic.forEach(
          (brand, counts) ->
              context.output(
                  SiteTags.TRAFFIC,
                  KV.of(brand, counts),
                  GlobalWindow.TIMESTAMP_MIN_VALUE,
                  GlobalWindow.INSTANCE));
      traffic = null;
    }
  }
}
