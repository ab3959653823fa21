package dev.earshot.pipelines.measure;

import dev.earshot.models.brands.BrandFile;
import dev.earshot.models.brands.BrandFileException;
import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.tables.BrandReferralsDailyRow;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/** Makes {@code brand_referrals_daily} from counts by brand, network and day. */
public final class BrandReferralsDaily
    extends PTransform<PCollection<KV<ReferralCell, Long>>, PCollection<BrandReferralsDailyRow>> {
  private static final List<Integer> WINDOWS = List.of(1, 7, 28);

  private final ListenSettings settings;
  private final Clock clock;

  private BrandReferralsDaily(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  static BrandReferralsDaily of(ListenSettings settings, Clock clock) {
    return new BrandReferralsDaily(settings, clock);
  }

  @Override
  public PCollection<BrandReferralsDailyRow> expand(PCollection<KV<ReferralCell, Long>> counts) {
    return counts
        .apply("AddCounts", Sum.longsPerKey())
        .apply("ByBrand", ParDo.of(new ByBrand()))
        .apply("GroupCounts", GroupByKey.create())
        .apply(
            "MeasureReferrals",
            ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  /** A sum under its brand. */
  record BrandCount(String network, int day, ReferralCount count, long number) {}

  private static final class ByBrand extends DoFn<KV<ReferralCell, Long>, KV<String, BrandCount>> {
    @ProcessElement
    public void process(
        @Element KV<ReferralCell, Long> sum, OutputReceiver<KV<String, BrandCount>> out) {
      ReferralCell cell = sum.getKey();
      out.output(
          KV.of(
              cell.brandId(),
              new BrandCount(cell.network(), cell.day(), cell.count(), sum.getValue())));
    }
  }

  static final class Measure
      extends DoFn<KV<String, Iterable<BrandCount>>, BrandReferralsDailyRow> {
    private final ListenSettings settings;
    private final Clock clock;
    private transient @Nullable Map<String, ZoneId> zones;

    Measure(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @Setup
    public void setup() {
      zones = new HashMap<>();
      try {
        for (Brand brand : BrandFile.read(settings.brandsYaml(), settings.brandsName()).brands()) {
          zones.put(brand.id(), brand.zone());
        }
      } catch (BrandFileException e) {
        throw new IllegalStateException("the brand file was checked before the run", e);
      }
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String brand = context.element().getKey();
      Map<String, NavigableMap<Integer, Map<ReferralCount, Long>>> networks = new TreeMap<>();
      for (BrandCount count : context.element().getValue()) {
        networks
            .computeIfAbsent(count.network(), network -> new TreeMap<>())
            .computeIfAbsent(count.day(), day -> new EnumMap<>(ReferralCount.class))
            .merge(count.count(), count.number(), Long::sum);
      }
      NavigableMap<Integer, Map<ReferralCount, Long>> all =
          networks.getOrDefault(CellKey.ALL, new TreeMap<>());
      ZoneId zone = Objects.requireNonNull(Objects.requireNonNull(zones).get(brand));
      int lastDay = Clock.lastDay(clock.asOf(context), zone);
      networks.forEach(
          (network, days) -> {
            int end = Math.min(lastDay, days.lastKey() + 27);
            for (int day = days.firstKey(); day <= end; day++) {
              if (settings.dates().holds(day)) {
                rows(brand, network, day, days, all, context);
              }
            }
          });
    }

    private void rows(
        String brand,
        String network,
        int day,
        NavigableMap<Integer, Map<ReferralCount, Long>> days,
        NavigableMap<Integer, Map<ReferralCount, Long>> all,
        ProcessContext context) {
      for (int window : WINDOWS) {
        NavigableMap<Integer, Map<ReferralCount, Long>> held =
            days.subMap(day - window, false, day, true);
        if (!held.isEmpty()) {
          ReferralWindow cell =
              new ReferralWindow(
                  ReferralWindow.sum(held.values()),
                  ReferralWindow.sum(all.subMap(day - window, false, day, true).values()),
                  network.equals(CellKey.ALL));
          context.output(cell.row(brand, network, settings.runId(), window, day));
        }
      }
    }
  }
}
