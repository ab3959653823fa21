package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Brand;
import java.util.Objects;

/** The brands of a run, read once per process. */
public final class BrandBooks {
  private BrandBooks() {}

  /** The brand with this id, which the run itself has matched. */
  public static Brand brand(ListenSettings settings, String brandId) {
    return Objects.requireNonNull(Workbench.of(settings).brands().brand(brandId));
  }
}
