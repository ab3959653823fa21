package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.generate.Grid.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;

/** What is said of the brands: mentions, their authors, reposts, polarity and topics. */
final class ReputationTruth {
  private static final int[] WINDOWS = {1, 7, 28};

  private final Grid grid;
  private final long[] mentions;
  private final long[] reposts;
  private final long[] positives;
  private final long[] neutrals;
  private final long[] negatives;

  /** One bit for each author of the cell's network who wrote a canonical mention. */
  private final long[][] authors;

  private final TreeMap<String, long[]> topics = new TreeMap<>();

  ReputationTruth(Grid grid) {
    this.grid = grid;
    mentions = new long[grid.size()];
    reposts = new long[grid.size()];
    authors = new long[grid.size()][];
    positives = new long[grid.size()];
    neutrals = new long[grid.size()];
    negatives = new long[grid.size()];
    for (Network network : Network.ALL) {
      for (FictionalBrand brand : grid.brands()) {
        for (int date = 0; date < grid.period().dateCount(); date++) {
          authors[grid.cell(brand.index(), network, date)] = new long[words(network)];
        }
      }
    }
    for (Phrase phrase : EnglishPhrases.MENTIONS) {
      if (!phrase.topic().isEmpty()) {
        topics.putIfAbsent(phrase.topic(), new long[grid.brands().size()]);
      }
    }
  }

  private static int words(Network network) {
    return (network.authorCount + 63) / 64;
  }

  void addMention(
      int brand, Network network, int date, int author, Utterance said, Polarity polarity) {
    int cell = grid.cell(brand, network, date);
    mentions[cell]++;
    authors[cell][author >> 6] |= 1L << (author & 63);
    if (said.isEnglish()) {
      counts(polarity)[cell]++;
    }
    long[] counts = topics.get(said.topic());
    if (counts != null) {
      counts[brand]++;
    }
  }

  void addRepost(int brand, Network network, int date) {
    reposts[grid.cell(brand, network, date)]++;
  }

  /** Counters held, whatever the number of posts. */
  long size() {
    long words = Arrays.stream(authors).mapToLong(cell -> cell.length).sum();
    return words + 5L * grid.size() + (long) topics.size() * grid.brands().size();
  }

  void write(Path folder) throws IOException {
    writeReputation(folder.resolve("reputation.csv"));
    writeTopics(folder.resolve("topics.csv"));
    writeTotals(folder.resolve("totals.csv"));
  }

  private void writeReputation(Path path) throws IOException {
    String header =
        "brand_id,date,network,window_day_count,mention_count,author_count,repost_count,"
            + "positive_count,neutral_count,negative_count";
    try (CsvFile csv = new CsvFile(path, header)) {
      for (FictionalBrand brand : grid.sortedBrands()) {
        int last = grid.period().dates(brand.zone()).index(grid.period().end);
        for (int date = 0; date <= last; date++) {
          for (Slice slice : Grid.slices()) {
            for (int window : WINDOWS) {
              writeWindow(csv, brand, slice, date, window);
            }
          }
        }
      }
    }
  }

  private void writeWindow(CsvFile csv, FictionalBrand brand, Slice slice, int date, int window)
      throws IOException {
    int first = Math.max(0, date - window + 1);
    long mentionCount = grid.sum(mentions, brand.index(), slice, first, date);
    long repostCount = grid.sum(reposts, brand.index(), slice, first, date);
    if (mentionCount + repostCount > 0) {
      csv.row(
          brand.id(),
          Period.date(date),
          slice.name(),
          window,
          mentionCount,
          authorCount(brand, slice, first, date),
          repostCount,
          grid.sum(counts(Polarity.POSITIVE), brand.index(), slice, first, date),
          grid.sum(counts(Polarity.NEUTRAL), brand.index(), slice, first, date),
          grid.sum(counts(Polarity.NEGATIVE), brand.index(), slice, first, date));
    }
  }

  private long[] counts(Polarity polarity) {
    return switch (polarity) {
      case POSITIVE -> positives;
      case NEUTRAL -> neutrals;
      case NEGATIVE -> negatives;
    };
  }

  private long authorCount(FictionalBrand brand, Slice slice, int first, int last) {
    long count = 0;
    for (Network network : slice.networks()) {
      for (int word = 0; word < words(network); word++) {
        long bits = 0;
        for (int date = first; date <= last; date++) {
          bits |= authors[grid.cell(brand.index(), network, date)][word];
        }
        count += Long.bitCount(bits);
      }
    }
    return count;
  }

  private void writeTopics(Path path) throws IOException {
    try (CsvFile csv = new CsvFile(path, "brand_id,topic_id,mention_count")) {
      for (FictionalBrand brand : grid.sortedBrands()) {
        for (var topic : topics.entrySet()) {
          csv.row(brand.id(), topic.getKey(), topic.getValue()[brand.index()]);
        }
      }
    }
  }

  private void writeTotals(Path path) throws IOException {
    String header = "brand_id,positive_count,neutral_count,negative_count,net_sentiment_rate";
    Slice all = Grid.slices().get(0);
    int last = grid.period().dateCount() - 1;
    try (CsvFile csv = new CsvFile(path, header)) {
      for (FictionalBrand brand : grid.sortedBrands()) {
        long positive = grid.sum(counts(Polarity.POSITIVE), brand.index(), all, 0, last);
        long neutral = grid.sum(counts(Polarity.NEUTRAL), brand.index(), all, 0, last);
        long negative = grid.sum(counts(Polarity.NEGATIVE), brand.index(), all, 0, last);
        long total = positive + neutral + negative;
        Double rate = total == 0 ? null : (double) (positive - negative) / total;
        csv.row(brand.id(), positive, neutral, negative, rate);
      }
    }
  }
}
