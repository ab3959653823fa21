package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandReferralDailyRow;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Makes {@code brand_referrals_daily} from the sums of each brand. */
public final class BrandReferralsDaily
    extends PTransform<
        PCollection<KV<String, Iterable<ReferralDays.Counted>>>,
        PCollection<BrandReferralDailyRow>> {
  private static final List<Integer> WINDOWS = List.of(1, 7, 28);
  private static final int LONGEST_WINDOW = 28;

  private final RunSettings settings;
  private final Clock clock;

  private BrandReferralsDaily(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandReferralsDaily of(RunSettings settings, Clock clock) {
    return new BrandReferralsDaily(settings, clock);
  }

  @Override
  public PCollection<BrandReferralDailyRow> expand(
      PCollection<KV<String, Iterable<ReferralDays.Counted>>> brands) {
    return brands.apply(
        "MeasureReferrals",
        ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<String, Iterable<ReferralDays.Counted>>, BrandReferralDailyRow> {
    private final RunSettings settings;
    private final Clock clock;

    Measure(RunSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String brand = context.element().getKey();
      ReferralDays days = ReferralDays.of(context.element().getValue());
      int lastDay = clock.lastDay(context, settings, brand);
      for (String network : days.networks()) {
        int end = Math.min(lastDay, days.lastDay(network) + LONGEST_WINDOW - 1);
        for (int day = days.firstDay(network); day <= end; day++) {
          if (settings.dates().holds(day)) {
            output(brand, network, day, days, context);
          }
        }
      }
    }

    private void output(
        String brand, String network, int day, ReferralDays days, ProcessContext context) {
      for (int length : WINDOWS) {
        ReferralWindow window = days.window(network, day, length);
        if (window != null) {
          context.output(window.row(brand, network, settings.runId(), length, day));
        }
      }
    }
  }
}
