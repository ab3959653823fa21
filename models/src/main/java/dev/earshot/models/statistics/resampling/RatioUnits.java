package dev.earshot.models.statistics.resampling;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The units of a ratio of sums as a histogram: distinct (numerator, denominator) pairs in ascending
 * order and how many units have each.
 */
@SuppressWarnings("ArrayRecordComponent") // package-private carrier, compared by isSameAs
public record RatioUnits(long[] numerators, long[] denominators, long[] counts) {
  private record Unit(long numerator, long denominator, long count) {}

  private static final Comparator<Unit> ORDER =
      Comparator.comparingLong(Unit::numerator).thenComparingLong(Unit::denominator);

  /** Units that count once each. */
  static RatioUnits of(long[] numerators, long[] denominators) {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException(
          numerators.length + " numerators, " + denominators.length + " denominators");
    }
    long[] counts = new long[numerators.length];
    Arrays.fill(counts, 1);
    return of(numerators, denominators, counts);
  }

  /** Joins equal pairs and puts them in order; leaves out counts of zero. */
  public static RatioUnits of(long[] numerators, long[] denominators, long[] counts) {
    List<Unit> units = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      if (denominators[i] < 0 || counts[i] < 0) {
        throw new IllegalArgumentException(
            "denominator " + denominators[i] + ", count " + counts[i] + " of unit " + i);
      }
      if (counts[i] > 0) {
        units.add(new Unit(numerators[i], denominators[i], counts[i]));
      }
    }
    units.sort(ORDER);
    return join(units);
  }

  private static RatioUnits join(List<Unit> sorted) {
    long[] numerators = new long[sorted.size()];
    long[] denominators = new long[sorted.size()];
    long[] counts = new long[sorted.size()];
    int size = 0;
    for (Unit unit : sorted) {
      boolean isSame =
          size > 0
              && numerators[size - 1] == unit.numerator
              && denominators[size - 1] == unit.denominator;
      if (!isSame) {
        numerators[size] = unit.numerator;
        denominators[size] = unit.denominator;
        size++;
      }
      counts[size - 1] += unit.count;
    }
    return new RatioUnits(
        Arrays.copyOf(numerators, size),
        Arrays.copyOf(denominators, size),
        Arrays.copyOf(counts, size));
  }

  /** 64 bits that tell these units from others, the same on every machine. */
  long fingerprint() {
    long bits = counts.length;
    for (int i = 0; i < counts.length; i++) {
      bits = SplitMix64.mix(bits ^ numerators[i]);
      bits = SplitMix64.mix(bits ^ denominators[i]);
      bits = SplitMix64.mix(bits ^ counts[i]);
    }
    return bits;
  }

  boolean isSameAs(RatioUnits other) {
    return Arrays.equals(numerators, other.numerators)
        && Arrays.equals(denominators, other.denominators)
        && Arrays.equals(counts, other.counts);
  }

  public int size() {
    return counts.length;
  }

  public long unitCount() {
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    return sum;
  }

  long numeratorSum() {
    return weightedSum(numerators);
  }

  public long denominatorSum() {
    return weightedSum(denominators);
  }

  /** The ratio of the sums, one division. */
  public double ratio() {
    return (double) numeratorSum() / denominatorSum();
  }

  /** Whether all units have the same ratio, in exact arithmetic. */
  public boolean isUnanimous() {
    for (int i = 1; i < counts.length; i++) {
      if (!isSameProduct(numerators[i], denominators[0], numerators[0], denominators[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether ab = cd, of which 128 bits are looked at: counts may be large. */
  private static boolean isSameProduct(long a, long b, long c, long d) {
    return a * b == c * d && Math.multiplyHigh(a, b) == Math.multiplyHigh(c, d);
  }

  private long weightedSum(long[] values) {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum = Math.addExact(sum, Math.multiplyExact(counts[i], values[i]));
    }
    return sum;
  }
}
