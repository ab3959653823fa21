package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.OwnPostFact;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Makes {@code brand_engagement_daily} from the posts of the brands. */
public final class BrandEngagementDaily
    extends PTransform<PCollection<OwnPostFact>, PCollection<BrandEngagementDailyRow>> {
  private final ListenSettings settings;
  private final Clock clock;

  private BrandEngagementDaily(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandEngagementDaily of(ListenSettings settings, Clock clock) {
    return new BrandEngagementDaily(settings, clock);
  }

  @Override
  public PCollection<BrandEngagementDailyRow> expand(PCollection<OwnPostFact> posts) {
    return posts
        .apply(
            "ByBrandAndDay",
            WithKeys.of((OwnPostFact post) -> post.brandId() + '\n' + post.day())
                .withKeyType(TypeDescriptors.strings()))
        .apply("GroupOwnPosts", GroupByKey.create())
        .apply(
            "MeasureEngagement",
            ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<String, Iterable<OwnPostFact>>, BrandEngagementDailyRow> {
    private final ListenSettings settings;
    private final Clock clock;

    Measure(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long asOf = clock.asOf(context);
      Map<String, List<OwnPostFact>> byNetwork = new TreeMap<>();
      for (OwnPostFact post : context.element().getValue()) {
        byNetwork.computeIfAbsent(post.network(), n -> new ArrayList<>()).add(post);
        byNetwork.computeIfAbsent(CellKey.ALL, n -> new ArrayList<>()).add(post);
      }
      byNetwork.forEach(
          (network, posts) -> {
            posts.sort(
                Comparator.comparing(OwnPostFact::network).thenComparing(OwnPostFact::postId));
            context.output(new EngagementCell(network, posts, asOf).row(settings.runId()));
          });
    }
  }
}
