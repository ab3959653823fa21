package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.BrandKeyPhraseDailyRow;
import dev.earshot.pipelines.tables.CellColumns;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code brand_key_phrases_daily}: the phrases that enough authors used on a day. */
public final class BrandKeyPhrasesDaily {
  /** Who used a phrase of a brand on a day. */
  public static final Facts<PhraseKey, PhraseCount> PHRASES =
      Facts.keyed("Phrases", PhraseKey.class, PhraseCount.class);

  public static final Measure<BrandKeyPhraseDailyRow> MEASURE =
      Measure.of(BrandKeyPhraseDailyRow.class)
          .reaching(InputContext.MENTION)
          .from(PHRASES)
          .rows(BrandKeyPhrasesDaily::rows);

  /** Fewer authors of a day could be told apart, and say little. */
  private static final int FEWEST_AUTHORS = 5;

  private BrandKeyPhrasesDaily() {}

  private static Stream<BrandKeyPhraseDailyRow> rows(
      PhraseKey key, PhraseCount count, RunContext run) {
    boolean isShown = count.authors() >= FEWEST_AUTHORS && run.publishes(key.day());
    return isShown && !names(run.brand(key.brandId()), key.phrase())
        ? Stream.of(row(key, count, run))
        : Stream.empty();
  }

  private static BrandKeyPhraseDailyRow row(PhraseKey key, PhraseCount count, RunContext run) {
    return new BrandKeyPhraseDailyRow(
        CellColumns.of(key.brandId(), run.runId()),
        key.phrase(),
        "key_phrase",
        count.mentions(),
        count.authors(),
        count.negativeAuthors(),
        key.phrase().startsWith("#"),
        key.day(),
        key.day());
  }

  /** Whether a phrase only names the brand that the mention is about. */
  private static boolean names(Brand brand, String phrase) {
    return phrase.startsWith("#")
        ? brand.marks().hashtags().contains(phrase.substring(1))
        : brand.marks().names().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(phrase));
  }
}
