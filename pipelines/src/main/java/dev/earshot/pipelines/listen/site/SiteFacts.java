package dev.earshot.pipelines.listen.site;

import dev.earshot.models.visits.SiteTraffic;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.facts.SessionPairFact;
import dev.earshot.pipelines.listen.read.LedgerEntry;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.tables.SiteSessionRow;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * From web logs to visits.
 *
 * @param rows rows of {@code site_sessions}
 * @param sessions every visit in the input, for the measures
 * @param pairs pairs of visits of one person
 * @param books what the steps noted about their work
 */
public record SiteFacts(
    PCollection<KV<Long, Encoded<SiteSessionRow>>> rows,
    PCollection<SessionFact> sessions,
    PCollection<SessionPairFact> pairs,
    PCollectionList<LedgerEntry> books) {

  /** Adds the steps to a pipeline. */
  public static SiteFacts to(Pipeline pipeline, List<SourceFile> files, RunSettings settings) {
    PCollectionTuple read =
        SourceRange.spread(pipeline, files, RecordKind.WEB_LOGS)
            .apply(
                "ReadHits",
                ParDo.of(new ReadHits(settings))
                    .withOutputTags(
                        SiteTags.HITS, TupleTagList.of(SiteTags.TRAFFIC).and(ReadTags.BOOKS)));
    PCollectionView<Map<String, SiteTraffic>> traffic =
        read.get(SiteTags.TRAFFIC)
            .apply("AddTraffic", Combine.perKey(SiteTraffic::plus))
            .apply("TrafficBySite", View.asMap());
    PCollectionTuple grouped =
        read.get(SiteTags.HITS)
            .apply("GroupByVisitor", GroupByKey.create())
            .apply(
                "GroupHits",
                ParDo.of(new GroupHits(settings, traffic))
                    .withSideInputs(traffic)
                    .withOutputTags(
                        SiteTags.ROWS,
                        TupleTagList.of(SiteTags.SESSIONS)
                            .and(SiteTags.PAIRS)
                            .and(ReadTags.BOOKS)));
    return new SiteFacts(
        grouped.get(SiteTags.ROWS),
        grouped.get(SiteTags.SESSIONS),
        grouped.get(SiteTags.PAIRS),
        PCollectionList.of(read.get(ReadTags.BOOKS)).and(grouped.get(ReadTags.BOOKS)));
  }
}
