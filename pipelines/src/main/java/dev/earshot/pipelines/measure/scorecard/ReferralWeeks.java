package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.referrals.BrandReferrals;
import dev.earshot.pipelines.measure.referrals.WeeklyReferrals;
import dev.earshot.pipelines.run.RunSettings;
import org.apache.beam.sdk.transforms.DoFn;

/** Gives the weeks of each brand that {@link WeeklyReferrals} finds. */
final class ReferralWeeks extends DoFn<BrandReferrals, WeeklyFigure> {
  private final RunSettings settings;
  private final Clock clock;

  ReferralWeeks(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @ProcessElement
  public void process(ProcessContext context) {
    BrandReferrals brand = context.element();
    int today = clock.lastDay(context, settings, brand.brandId());
    WeeklyReferrals.of(brand, today).forEach(context::output);
  }
}
