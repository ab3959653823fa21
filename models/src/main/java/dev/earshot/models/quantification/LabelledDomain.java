package dev.earshot.models.quantification;

/**
 * Labelled texts of one brand or subject, counted by actual and predicted class (negative, neutral,
 * positive), and what they say of the reader. Immutable.
 */
public final class LabelledDomain {
  private static final int CLASSES = 3;

  private final String set;
  private final long[] counts;

  /**
   * @param set the labelled set, whose labellers followed one instruction; brands of one set err
   *     alike
   * @param counts actual * 3 + predicted, at least one text
   */
  public LabelledDomain(String set, long[] counts) {
    if (counts.length != CLASSES * CLASSES) {
      throw new IllegalArgumentException(counts.length + " counts, expected nine");
    }
    this.set = set;
    this.counts = counts.clone();
    if (size() == 0) {
      throw new IllegalArgumentException("no labelled text of " + set);
    }
  }

  /** The labelled set. */
  public String set() {
    return set;
  }

  /** Labelled texts. */
  long size() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** Net sentiment as predicted, from -1 to 1. */
  double predictedNet() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (double) counts[i] * (i % CLASSES - 1);
    }
    return sum / size();
  }

  /** Net sentiment as labelled less as predicted: what the reader's figure lacks. */
  double bias() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (double) counts[i] * error(i);
    }
    return sum / size();
  }

  /** The squared deviations from {@link #bias} of the errors of single texts, added up. */
  double squaredDeviations() {
    double mean = bias();
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * (error(i) - mean) * (error(i) - mean);
    }
    return sum;
  }

  private static int error(int cell) {
    return cell / CLASSES - cell % CLASSES;
  }
}
