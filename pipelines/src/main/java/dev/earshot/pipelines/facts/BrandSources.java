package dev.earshot.pipelines.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every day of which the input has anything of a brand. A brand has few of them, but many records:
 * they are small enough for memory, whatever the size of the input.
 */
public record BrandSources(String brandId, List<SourceDay> days) {
  /** What was added up by cell, in no certain order. */
  public static BrandSources of(String brandId, Map<SourceDay.Cell, SourceDay> days) {
    return new BrandSources(brandId, new ArrayList<>(days.values()));
  }

  /** Adds these days to sums by cell. */
  public void addTo(Map<SourceDay.Cell, SourceDay> sums) {
    days.forEach(day -> sums.merge(day.cell(), day, SourceDay::plus));
  }
}
