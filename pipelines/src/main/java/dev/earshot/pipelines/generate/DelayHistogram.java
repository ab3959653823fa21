package dev.earshot.pipelines.generate;

/** Counts of delays in whole seconds up to 72 hours: an exact median in bounded memory. */
final class DelayHistogram {
  private static final int LONGEST = 72 * Period.HOUR;

  private final int[] counts = new int[LONGEST + 1];
  private long total;

  void add(long seconds) {
    counts[(int) seconds]++;
    total++;
  }

  long total() {
    return total;
  }

  int size() {
    return counts.length;
  }

  /** The median, the mean of the middle two for an even count; empty where there is none. */
  String median() {
    if (total == 0) {
      return "";
    }
    double median = (at((total - 1) / 2) + at(total / 2)) / 2.0;
    return Double.toString(median);
  }

  private int at(long rank) {
    long passed = 0;
    int second = 0;
    while (passed + counts[second] <= rank) {
      passed += counts[second];
      second++;
    }
    return second;
  }
}
