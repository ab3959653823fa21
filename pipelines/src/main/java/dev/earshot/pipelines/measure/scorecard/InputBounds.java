package dev.earshot.pipelines.measure.scorecard;

import dev.earshot.pipelines.facts.BrandKey;
import dev.earshot.pipelines.listen.read.BrandSpans;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.run.DateScope;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the input of each brand reaches, also where the run makes no figure of it. */
public final class InputBounds {
  /** From when to when the input says anything of a brand. */
  public static final Facts<BrandKey, BrandSpans> SPANS =
      Facts.keyed("BrandSpans", BrandKey.class, BrandSpans.class);

  /** The weeks in which that begins and ends. */
  static final Measure<WeeklyFigure> WEEKS =
      Measure.ofFacts("InputBounds", WeeklyFigure.class).from(SPANS).rows(InputBounds::weeks);

  private InputBounds() {}

  private static Stream<WeeklyFigure> weeks(BrandKey brand, BrandSpans known, RunContext run) {
    ZoneId zone = run.brand(brand.brandId()).zone();
    return Stream.of(
            of(brand, Kpi.REPUTATION, known.mentions(), zone),
            of(brand, Kpi.ENGAGEMENT, known.ownPosts(), zone),
            of(brand, Kpi.REFERRAL_TRAFFIC, known.requests(), zone))
        .flatMap(bounds -> bounds);
  }

  private static Stream<WeeklyFigure> of(
      BrandKey brand, Kpi kpi, BrandSpans.@Nullable Span span, ZoneId zone) {
    return Stream.ofNullable(span)
        .flatMap(known -> Stream.of(known.firstMicros(), known.lastMicros()))
        .map(micros -> Week.sunday(DateScope.dayOf(micros, zone)))
        .map(sunday -> WeeklyFigure.bound(brand.brandId(), kpi, sunday));
  }
}
