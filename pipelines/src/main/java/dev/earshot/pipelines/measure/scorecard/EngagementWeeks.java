package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.engagement.WeeklyEngagement;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.run.RunSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Groups the posts of brands by week for {@link WeeklyEngagement}. */
final class EngagementWeeks
    extends PTransform<PCollection<OwnPostFact>, PCollection<WeeklyFigure>> {
  private final RunSettings settings;
  private final Clock clock;

  EngagementWeeks(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public PCollection<WeeklyFigure> expand(PCollection<OwnPostFact> posts) {
    return posts
        .apply(
            "ByBrandAndWeek",
            WithKeys.of((OwnPostFact post) -> WeeklyEngagement.week(post))
                .withKeyType(TypeDescriptor.of(BrandDay.class)))
        .setCoder(KvCoder.of(RecordCoder.of(BrandDay.class), RecordCoder.of(OwnPostFact.class)))
        .apply("GroupWeeks", GroupByKey.create())
        .apply(
            "MeasureWeeks",
            ParDo.of(new MeasureWeek(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class MeasureWeek
      extends DoFn<KV<BrandDay, Iterable<OwnPostFact>>, WeeklyFigure> {
    private final RunSettings settings;
    private final Clock clock;

    MeasureWeek(RunSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      BrandDay week = context.element().getKey();
      List<OwnPostFact> posts = new ArrayList<>();
      context.element().getValue().forEach(posts::add);
      int lastDay = clock.lastDay(context, settings, week.brandId());
      WeeklyFigure figure = WeeklyEngagement.of(week, posts, lastDay, clock.asOf(context));
      if (figure != null) {
        context.output(figure);
      }
    }
  }
}
