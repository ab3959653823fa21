package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Engagement;
import dev.earshot.pipelines.generate.Grid.Slice;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the brands' own posts set off. */
final class EngagementTruth {
  private final Grid grid;
  private final long[] mature;
  private final long[] immature;
  private final long[] resonance;
  private final Figure likes;
  private final Figure shares;
  private final Figure comments;

  EngagementTruth(Grid grid) {
    this.grid = grid;
    mature = new long[grid.size()];
    immature = new long[grid.size()];
    resonance = new long[grid.size()];
    likes = new Figure(new long[grid.size()], new long[grid.size()]);
    shares = new Figure(new long[grid.size()], new long[grid.size()]);
    comments = new Figure(new long[grid.size()], new long[grid.size()]);
  }

  /** A sum, and how many posts had the figure. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Figure(long[] sums, long[] counts) {
    void add(int cell, @Nullable Long value) {
      if (value != null) {
        sums[cell] += value;
        counts[cell]++;
      }
    }
  }

  void addImmature(int brand, Network network, int date) {
    immature[grid.cell(brand, network, date)]++;
  }

  /**
   * Adds a post of at least seven days with its newest snapshot up to that age, if there is one.
   */
  void addMature(
      int brand, Network network, int date, @Nullable Engagement snapshot, int resonanceCount) {
    int cell = grid.cell(brand, network, date);
    mature[cell]++;
    resonance[cell] += resonanceCount;
    if (snapshot != null) {
      likes.add(cell, snapshot.likeCount());
      shares.add(cell, snapshot.shareCount());
      comments.add(cell, snapshot.commentCount());
    }
  }

  long size() {
    return 9L * grid.size();
  }

  void write(Path folder) throws IOException {
    String header =
        "brand_id,date,network,post_count,immature_post_count,like_count,share_count,"
            + "comment_count,earned_resonance_count";
    try (CsvFile csv = new CsvFile(folder.resolve("engagement.csv"), header)) {
      for (FictionalBrand brand : grid.sortedBrands()) {
        for (int date = 0; date < grid.period().dateCount(); date++) {
          for (Slice slice : Grid.slices()) {
            writeRow(csv, brand, slice, date);
          }
        }
      }
    }
  }

  private void writeRow(CsvFile csv, FictionalBrand brand, Slice slice, int date)
      throws IOException {
    long matureCount = grid.sum(mature, brand.index(), slice, date, date);
    long immatureCount = grid.sum(immature, brand.index(), slice, date, date);
    if (matureCount + immatureCount > 0) {
      csv.row(
          brand.id(),
          Period.date(date),
          slice.name(),
          matureCount,
          immatureCount,
          sum(likes, brand, slice, date),
          sum(shares, brand, slice, date),
          sum(comments, brand, slice, date),
          grid.sum(resonance, brand.index(), slice, date, date));
    }
  }

  private @Nullable Long sum(Figure figure, FictionalBrand brand, Slice slice, int date) {
    boolean isKnown = grid.sum(figure.counts(), brand.index(), slice, date, date) > 0;
    return isKnown ? grid.sum(figure.sums(), brand.index(), slice, date, date) : null;
  }
}
