package dev.earshot.pipelines.listen.site;

import dev.earshot.models.visits.SiteTraffic;
import dev.earshot.pipelines.listen.read.Heard;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;

/** From web logs to visits. */
public final class SiteSteps {
  private SiteSteps() {}

  /** Adds the steps, and what they give. */
  public static void add(PCollection<SourceRange> ranges, RunSettings settings, Heard heard) {
    PCollectionTuple read =
        ranges.apply(
            "ReadHits",
            ParDo.of(new ReadHits(settings))
                .withOutputTags(
                    SiteTags.HITS, TupleTagList.of(SiteTags.TRAFFIC).and(ReadTags.BOOKS)));
    heard.add(ReadTags.BOOKS, read);
    PCollectionView<Map<String, SiteTraffic>> traffic =
        read.get(SiteTags.TRAFFIC)
            .apply("AddTraffic", Combine.perKey(SiteTraffic::plus))
            .apply("TrafficBySite", View.asMap());
    heard.add(
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
                            .and(ReadTags.BOOKS))));
  }
}
