package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.RunSettings;
import java.io.Serializable;
import java.time.ZoneId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a run: an argument, or the latest time that stands in the input. Never the time of
 * the machine, so that a re-run gives the same rows.
 */
public record Clock(@Nullable Long asOfMicros, PCollectionView<Long> latestInInput)
    implements Serializable {

  /** The moment as of which the run measures, UTC microseconds; tiny where the input is empty. */
  public <I, O> long asOf(DoFn<I, O>.ProcessContext context) {
    return asOfMicros == null ? context.sideInput(latestInInput) : asOfMicros;
  }

  /** The last day that has begun, where a brand reports. */
  public <I, O> int lastDay(
      DoFn<I, O>.ProcessContext context, RunSettings settings, String brandId) {
    return lastDay(asOf(context), BrandBooks.brand(settings, brandId).zone());
  }

  /** The last day that has begun in a zone. */
  public static int lastDay(long asOf, ZoneId zone) {
    return asOf == Long.MIN_VALUE ? Integer.MIN_VALUE : DateScope.dayOf(asOf, zone);
  }
}
