package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.facts.BrandSources;
import dev.earshot.pipelines.facts.SourceDay;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Adds up what the ledger says of each brand's days. One element for each brand, as a brand has few
 * days; they are added up where they arise, so that only sums travel.
 */
public final class AddSources
    extends PTransform<PCollection<LedgerEntry>, PCollection<BrandSources>> {
  @Override
  public PCollection<BrandSources> expand(PCollection<LedgerEntry> books) {
    return books
        .apply("SourcesByBrand", ParDo.of(new ByBrand()))
        .apply("AddDays", Combine.perKey(new AddDays()))
        .apply("OfBrand", ParDo.of(new OfBrand()));
  }

  private static final class ByBrand extends DoFn<LedgerEntry, KV<String, BrandSources>> {
    @ProcessElement
    public void process(@Element LedgerEntry book, OutputReceiver<KV<String, BrandSources>> out) {
      if (book.note() instanceof LedgerEntry.SourcesOf read) {
        out.output(KV.of(read.sources().brandId(), read.sources()));
      }
    }
  }

  private static final class AddDays
      extends Combine.CombineFn<
          BrandSources, Map<SourceDay.Cell, SourceDay>, Map<SourceDay.Cell, SourceDay>> {
    @Override
    public Map<SourceDay.Cell, SourceDay> createAccumulator() {
      return new HashMap<>();
    }

    @Override
    public Map<SourceDay.Cell, SourceDay> addInput(
        Map<SourceDay.Cell, SourceDay> sums, BrandSources some) {
      some.addTo(sums);
      return sums;
    }

    @Override
    public Map<SourceDay.Cell, SourceDay> mergeAccumulators(
        Iterable<Map<SourceDay.Cell, SourceDay>> parts) {
      Map<SourceDay.Cell, SourceDay> sums = createAccumulator();
      parts.forEach(part -> part.forEach((cell, day) -> sums.merge(cell, day, SourceDay::plus)));
      return sums;
    }

    @Override
    public Map<SourceDay.Cell, SourceDay> extractOutput(Map<SourceDay.Cell, SourceDay> sums) {
      return sums;
    }
  }

  private static final class OfBrand
      extends DoFn<KV<String, Map<SourceDay.Cell, SourceDay>>, BrandSources> {
    @ProcessElement
    public void process(
        @Element KV<String, Map<SourceDay.Cell, SourceDay>> brand,
        OutputReceiver<BrandSources> out) {
      out.output(BrandSources.of(brand.getKey(), brand.getValue()));
    }
  }
}
