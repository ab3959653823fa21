package dev.earshot.pipelines.run;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.engagement.EngagementDefinitions;
import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.quantification.ReaderSpread;
import dev.earshot.models.topics.ReputationDimensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The brands of a run and the users' definitions, read once per process. */
public final class BrandBooks {
  private BrandBooks() {}

  /** The brand with this id, which the run itself has matched. */
  public static Brand brand(RunSettings settings, String brandId) {
    return Objects.requireNonNull(RunTools.of(settings).brands().brand(brandId));
  }

  /** The panel of a brand; null where it is compared with none. */
  public static @Nullable Panel panel(RunSettings settings, String brandId) {
    return RunTools.of(settings).panels().of(brandId);
  }

  /** The dimensions of reputation of a run. */
  public static ReputationDimensions dimensions(RunSettings settings) {
    return RunTools.of(settings).dimensions();
  }

  /** What corrects net sentiment in a language; null without a calibration of it. */
  public static ReaderSpread readerSpread(RunSettings settings) {
    return RunTools.of(settings).readerSpread();
  }

  public static @Nullable AdjustedNet adjustment(RunSettings settings, String language) {
    return RunTools.of(settings).adjustment(language);
  }

  /** What counts as an engagement in a run. */
  public static EngagementDefinitions engagements(RunSettings settings) {
    return RunTools.of(settings).engagements();
  }
}
