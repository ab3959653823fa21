package dev.earshot.pipelines.measure.relationship;

/**
 * What a person counts for in a metric.
 *
 * @param yes what is counted
 * @param no what is not, or counts against it
 * @param other what is neither
 */
record Counted(long yes, long no, long other) {
  static final Counted NOTHING = new Counted(0, 0, 0);

  static Counted of(long yes, long no) {
    return new Counted(yes, no, 0);
  }

  /** One that has it or has not. */
  static Counted one(boolean is) {
    return is ? of(1, 0) : of(0, 1);
  }

  Counted plus(Counted more) {
    return new Counted(yes + more.yes, no + more.no, other + more.other);
  }

  long all() {
    return yes + no + other;
  }
}
