package dev.earshot.pipelines.measure.relationship;

import dev.earshot.models.statistics.authors.ClusterTallies;
import dev.earshot.models.statistics.authors.ClusterTally;
import dev.earshot.models.statistics.authors.ClusteredChange;
import dev.earshot.models.statistics.authors.ClusteredRate;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.pipelines.measure.relationship.PersonMetric.Kind;
import org.jspecify.annotations.Nullable;

/** A metric of a month and the one before, person by person. Mutable. */
final class MetricSums {
  private static final int YES = 0;
  private static final int NO = 1;

  private final PersonMetric metric;
  private final ClusterTallies now;
  private final ClusterTallies before;
  private final ClusteredChange change = new ClusteredChange();

  MetricSums(PersonMetric metric) {
    this.metric = metric;
    int classes = metric.kind == Kind.NET ? 3 : 2;
    now = new ClusterTallies(classes);
    before = new ClusterTallies(classes);
  }

  /** Adds a person by what they count for in the month and in the one before. */
  void add(Counted inMonth, Counted inMonthBefore) {
    add(now, inMonth);
    add(before, inMonthBefore);
    change.add(numerator(inMonth), inMonth.all(), numerator(inMonthBefore), inMonthBefore.all());
  }

  private void add(ClusterTallies tallies, Counted counted) {
    if (counted.all() > 0) {
      int yes = Math.toIntExact(counted.yes());
      int no = Math.toIntExact(counted.no());
      tallies.add(
          metric.kind == Kind.NET
              ? ClusterTally.of(yes, no, Math.toIntExact(counted.other()))
              : ClusterTally.of(yes, no),
          1);
    }
  }

  private long numerator(Counted counted) {
    return metric.kind == Kind.SHARE ? counted.yes() : counted.yes() - counted.no();
  }

  PersonMetric metric() {
    return metric;
  }

  long numerator() {
    return numerator(new Counted(now.count(YES), now.count(NO), 0));
  }

  long denominator() {
    return now.itemCount();
  }

  long personCount() {
    return now.clusterCount();
  }

  @Nullable Estimate value() {
    return value(now);
  }

  @Nullable Estimate valueBefore() {
    return value(before);
  }

  private @Nullable Estimate value(ClusterTallies tallies) {
    return switch (metric.kind) {
      case SHARE -> ClusteredRate.share(tallies, YES, NO);
      case BALANCE -> ClusteredRate.meanScore(tallies, 1, -1);
      case NET -> ClusteredRate.net(tallies, YES, NO);
    };
  }

  @Nullable Estimate change() {
    return change.between(value(), valueBefore());
  }

  boolean isReliable() {
    return metric.kind == Kind.NET
        ? ClusteredRate.isNetReliable(now, YES, NO)
        : ClusteredRate.isShareReliable(now, YES, NO);
  }
}
