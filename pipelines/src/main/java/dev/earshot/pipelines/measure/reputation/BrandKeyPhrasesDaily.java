package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandKeyPhraseDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.Locale;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Makes {@code brand_key_phrases_daily} of the phrases that enough authors used. */
public final class BrandKeyPhrasesDaily
    extends PTransform<
        PCollection<KV<PhraseKey, PhraseCount>>, PCollection<BrandKeyPhraseDailyRow>> {
  /** Fewer authors of a day could be told apart, and say little. */
  static final int FEWEST_AUTHORS = 5;

  private final RunSettings settings;

  private BrandKeyPhrasesDaily(RunSettings settings) {
    this.settings = settings;
  }

  /** The transform under a run's settings. */
  public static BrandKeyPhrasesDaily of(RunSettings settings) {
    return new BrandKeyPhrasesDaily(settings);
  }

  @Override
  public PCollection<BrandKeyPhraseDailyRow> expand(
      PCollection<KV<PhraseKey, PhraseCount>> counts) {
    return counts.apply("MeasureKeyPhrases", ParDo.of(new Measure(settings)));
  }

  private static final class Measure
      extends DoFn<KV<PhraseKey, PhraseCount>, BrandKeyPhraseDailyRow> {
    private final RunSettings settings;

    Measure(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(
        @Element KV<PhraseKey, PhraseCount> element, OutputReceiver<BrandKeyPhraseDailyRow> out) {
      PhraseKey key = element.getKey();
      PhraseCount count = element.getValue();
      boolean isShown = count.authors() >= FEWEST_AUTHORS && settings.dates().holds(key.day());
      if (isShown && !names(BrandBooks.brand(settings, key.brandId()), key.phrase())) {
        out.output(
            new BrandKeyPhraseDailyRow(
                key.brandId(),
                settings.runId(),
                key.phrase(),
                "key_phrase",
                Tables.METRIC_VERSION,
                count.mentions(),
                count.authors(),
                count.negativeAuthors(),
                key.phrase().startsWith("#"),
                key.day(),
                key.day()));
      }
    }

    /** Whether a phrase only names the brand that the mention is about. */
    private static boolean names(Brand brand, String phrase) {
      return phrase.startsWith("#")
          ? brand.hashtags().contains(phrase.substring(1))
          : brand.names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(phrase));
    }
  }
}
