package dev.earshot.pipelines.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Who spoke of which brand in which month: one bit for each author, brand and month. */
final class Speakers {
  private static final YearMonth FIRST = YearMonth.from(Period.date(0));

  private final long[][][][] bits;

  Speakers(Grid grid) {
    int months = month(Period.date(grid.period().dateCount() - 1)) + 1;
    bits = new long[grid.brands().size()][months][Network.ALL.length][];
    for (long[][][] brand : bits) {
      for (long[][] month : brand) {
        for (Network network : Network.ALL) {
          month[network.index] = new long[(network.authorCount + 63) / 64];
        }
      }
    }
  }

  private static int month(LocalDate date) {
    return (int) FIRST.until(YearMonth.from(date), ChronoUnit.MONTHS);
  }

  /** Notes a mention; a brand's own account is no author. */
  void add(FictionalBrand brand, Network network, int author, int date) {
    if (author >= 0) {
      long[] authors = bits[brand.index()][month(Period.date(date))][network.index];
      authors[author >> 6] |= 1L << (author & 63);
    }
  }

  /** Whether an account spoke of the brand in a month; false before the first one of the set. */
  boolean spoke(FictionalBrand brand, Shopper.Account account, YearMonth month) {
    int index = month(month.atDay(1));
    if (index < 0 || index >= bits[brand.index()].length) {
      return false;
    }
    long word = bits[brand.index()][index][account.network().index][account.author() >> 6];
    return (word >>> (account.author() & 63) & 1) != 0;
  }

  /** Counters held, whatever the number of posts. */
  long size() {
    long words = 0;
    for (Network network : Network.ALL) {
      words += (network.authorCount + 63) / 64;
    }
    return words * bits.length * bits[0].length;
  }
}
