package dev.earshot.pipelines.listen.site;

import dev.earshot.models.visits.SiteTraffic;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.HitFact;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.facts.SessionPairFact;
import dev.earshot.pipelines.tables.SiteSessionRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the steps that read web logs and make visits of them give. */
public final class SiteTags {
  static final TupleTag<KV<Integer, Encoded<HitFact>>> HITS = new TupleTag<>("hits") {};
  static final TupleTag<KV<String, SiteTraffic>> TRAFFIC = new TupleTag<>("traffic") {};

  public static final TupleTag<KV<Long, Encoded<SiteSessionRow>>> ROWS =
      new TupleTag<>("session rows") {};

  /** Every visit in the input, for the measures. */
  public static final TupleTag<SessionFact> SESSIONS = new TupleTag<>("sessions") {};

  /** Pairs of visits of one person. */
  public static final TupleTag<SessionPairFact> PAIRS = new TupleTag<>("session pairs") {};

  private SiteTags() {}
}
