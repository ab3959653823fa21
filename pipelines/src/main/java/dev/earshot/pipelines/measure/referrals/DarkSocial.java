package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.SessionFact;
import dev.earshot.pipelines.listen.read.BrandSpans;
import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;

/** Brings the links to a page and its visits together; {@link PostedPage} counts them. */
final class DarkSocial {
  private DarkSocial() {}

  /** A page of a brand's site. */
  record Page(String brandId, String path) {}

  static PCollection<KV<ReferralCell, Long>> counts(
      PCollection<LinkFact> links,
      PCollection<SessionFact> visits,
      PCollectionView<Map<String, BrandSpans>> spans) {
    return PCollectionList.of(links.apply("PostedPages", ParDo.of(new PostedPages())))
        .and(visits.apply("VisitedPages", ParDo.of(new VisitedPages())))
        .apply("PageEvents", Flatten.pCollections())
        .apply("GroupByPage", GroupByKey.create())
        .apply("CountVisits", ParDo.of(new CountVisits()))
        .apply("CompareDays", ParDo.of(new CompareDays(spans)).withSideInputs(spans));
  }

  private static final class PostedPages extends DoFn<LinkFact, KV<Page, PostedPage.Event>> {
    @ProcessElement
    public void process(@Element LinkFact link, OutputReceiver<KV<Page, PostedPage.Event>> out) {
      out.output(KV.of(new Page(link.brandId(), link.path()), PostedPage.Event.of(link)));
    }
  }

  private static final class VisitedPages extends DoFn<SessionFact, KV<Page, PostedPage.Event>> {
    @ProcessElement
    public void process(
        @Element SessionFact visit, OutputReceiver<KV<Page, PostedPage.Event>> out) {
      String path = PostedPage.pathOf(visit);
      if (path != null) {
        out.output(KV.of(new Page(visit.brandId(), path), PostedPage.Event.of(visit)));
      }
    }
  }

  private static final class CountVisits
      extends DoFn<KV<Page, Iterable<PostedPage.Event>>, KV<String, PostedPage.Window>> {
    @ProcessElement
    public void process(
        @Element KV<Page, Iterable<PostedPage.Event>> page,
        OutputReceiver<KV<String, PostedPage.Window>> out)
        throws IOException {
      String brand = page.getKey().brandId();
      PostedPage.windows(page.getValue()).forEach(window -> out.output(KV.of(brand, window)));
    }
  }

  private static final class CompareDays
      extends DoFn<KV<String, PostedPage.Window>, KV<ReferralCell, Long>> {
    private final PCollectionView<Map<String, BrandSpans>> spans;

    CompareDays(PCollectionView<Map<String, BrandSpans>> spans) {
      this.spans = spans;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String brand = context.element().getKey();
      context
          .element()
          .getValue()
          .count(
              brand,
              context.sideInput(spans).getOrDefault(brand, BrandSpans.NONE).requests(),
              (cell, number) -> context.output(KV.of(cell, number)));
    }
  }
}
