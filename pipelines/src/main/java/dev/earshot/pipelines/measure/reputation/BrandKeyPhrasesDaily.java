package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseDay;
import dev.earshot.pipelines.facts.PhraseHistory;
import dev.earshot.pipelines.facts.PhraseText;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.SideTable;
import dev.earshot.pipelines.measure.windows.AuthorCounts;
import dev.earshot.pipelines.measure.windows.AuthorCounts.Count;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandKeyPhraseDailyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.EmergenceColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code brand_key_phrases_daily}: the phrases that enough authors used on a day. */
public final class BrandKeyPhrasesDaily {
  /** Who used a phrase, of all brands and days. */
  public static final Facts<PhraseText, PhraseHistory> PHRASES =
      Facts.keyed("Phrases", PhraseText.class, PhraseHistory.class);

  /** A day, and the days before it that it is compared with. */
  private static final Context CONTEXT =
      InputContext.MENTION.over(Reach.back(WindowLengths.LONGEST));

  /** How many phrases were used of a brand on a day: those of few authors are tests as well. */
  private static final SideTable<BrandDay, Used> USED =
      SideTable.of(
          "PhrasesUsed",
          PHRASES,
          BrandDay.class,
          Used.class,
          BrandKeyPhrasesDaily::used,
          Used::plus);

  private static final Facts<NoKey, ShownPhrase> SHOWN =
      Facts.made(
          "ShownPhrases",
          ShownPhrase.class,
          List.of(
              Measure.ofFacts("ShownPhrases", ShownPhrase.class)
                  .reaching(CONTEXT)
                  .lookingUp(InputCoverage.BY_SOURCE)
                  .lookingUp(AuthorCounts.BY_WINDOW)
                  .lookingUp(USED)
                  .from(PHRASES)
                  .rows(BrandKeyPhrasesDaily::shown)));

  public static final Measure<BrandKeyPhraseDailyRow> MEASURE =
      Measure.of(BrandKeyPhraseDailyRow.class)
          .reaching(CONTEXT)
          .from(
              Groups.of(
                  "PhrasesByDay",
                  SHOWN,
                  BrandDay.class,
                  phrase -> new BrandDay(phrase.row().cell().brandId(), phrase.row().date())))
          .rows((key, phrases, run) -> rows(phrases));

  /** Fewer authors of a day could be told apart, and say little. */
  private static final int FEWEST_AUTHORS = 5;

  private BrandKeyPhrasesDaily() {}

  /** A number of phrases. */
  record Used(long count) {
    Used plus(Used other) {
      return new Used(count + other.count);
    }
  }

  /**
   * A phrase of enough authors, not yet beside the others.
   *
   * @param used how many phrases were used on the day
   */
  record ShownPhrase(BrandKeyPhraseDailyRow row, Emergence emergence, long used) {}

  private static void used(
      PhraseText text, PhraseHistory history, RunContext run, BiConsumer<BrandDay, Used> out) {
    history.days().stream()
        .filter(day -> run.publishes(day.day()))
        .forEach(day -> out.accept(new BrandDay(day.brandId(), day.day()), new Used(1)));
  }

  private static Stream<ShownPhrase> shown(PhraseText text, PhraseHistory history, RunContext run) {
    return history.days().stream()
        .filter(day -> day.count().authors() >= FEWEST_AUTHORS && run.publishes(day.day()))
        .filter(day -> !names(run.brand(day.brandId()), text.phrase()))
        .map(day -> shown(text, day, history, run));
  }

  private static ShownPhrase shown(
      PhraseText text, PhraseDay used, PhraseHistory history, RunContext run) {
    String brand = used.brandId();
    int day = used.day();
    int first = day - WindowLengths.LONGEST;
    Used all = run.lookUp(USED, new BrandDay(brand, day));
    return new ShownPhrase(
        row(text.phrase(), used, run),
        Emergence.of(
            run,
            brand,
            1,
            day,
            new Count(used.count().authors(), history.authors(brand, first, day - 1)),
            AuthorCounts.of(run, brand, null, 1, day),
            new Count(history.authors(day, day), history.authors(first, day - 1)),
            AuthorCounts.of(run, MentionCell.ALL, null, 1, day)),
        all == null ? 0 : all.count());
  }

  private static Stream<BrandKeyPhraseDailyRow> rows(Iterable<ShownPhrase> phrases) {
    List<ShownPhrase> all = new ArrayList<>();
    phrases.forEach(all::add);
    List<EmergenceColumns> columns =
        Emergence.columns(all.stream().map(ShownPhrase::emergence).toList(), all.get(0).used());
    return IntStream.range(0, all.size()).mapToObj(i -> all.get(i).row().with(columns.get(i)));
  }

  private static BrandKeyPhraseDailyRow row(String phrase, PhraseDay used, RunContext run) {
    PhraseCount count = used.count();
    return new BrandKeyPhraseDailyRow(
        CellColumns.of(used.brandId(), run.runId()),
        phrase,
        "key_phrase",
        count.mentions(),
        count.authors(),
        count.negativeAuthors(),
        phrase.startsWith("#"),
        EmergenceColumns.NONE,
        used.day(),
        used.day());
  }

  /** Whether a phrase only names the brand that the mention is about. */
  private static boolean names(Brand brand, String phrase) {
    return phrase.startsWith("#")
        ? brand.marks().hashtags().contains(phrase.substring(1))
        : brand.marks().names().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(phrase));
  }
}
