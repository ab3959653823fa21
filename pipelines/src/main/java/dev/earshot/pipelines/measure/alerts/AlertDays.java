package dev.earshot.pipelines.measure.alerts;

import dev.earshot.models.episodes.Episodes;
import dev.earshot.models.statistics.surveillance.DayCount;
import dev.earshot.models.statistics.surveillance.RevoltWatch;
import dev.earshot.models.statistics.surveillance.RevoltWatch.Signal;
import dev.earshot.pipelines.measure.alerts.BrandAlerts.WatchKey;
import dev.earshot.pipelines.measure.alerts.BrandAlerts.WatchedDay;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandAlertRow;
import dev.earshot.pipelines.tables.CellColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days of a brand, and the alerts among them. */
final class AlertDays {
  /** Days without an alert between two of the same. */
  private static final int SILENCE = 3;

  /** What never pauses is cut at a block of days (decision 0087). */
  private static final int BLOCK = 28;

  /**
   * How far the days of an alert reach from its first, and the days that say which is the first.
   */
  static final Reach REACH = new Reach(2 * BLOCK + SILENCE, 2 * BLOCK + SILENCE);

  private final WatchKey key;
  private final RunContext run;
  private final int lastDay;
  private final RevoltWatch watch;
  private final DriverTopics drivers;

  private AlertDays(WatchKey key, Iterable<ComplaintDay> complaints, RunContext run) {
    this.key = key;
    this.run = run;
    // The day of the clock is not over.
    lastDay = run.lastDay(key.brandId()) - 1;
    SortedMap<Integer, DayCount> days = covered(key.covered(), lastDay);
    for (ComplaintDay day : complaints) {
      if (day.topic() == null && days.containsKey(day.day())) {
        days.put(day.day(), new DayCount(day.day(), day.negative(), day.others()));
      }
    }
    watch = new RevoltWatch(days.values());
    drivers = new DriverTopics(complaints);
  }

  /** Covered days on which nobody spoke count as well. */
  private static SortedMap<Integer, DayCount> covered(CoveredDays covered, int lastDay) {
    SortedMap<Integer, DayCount> days = new TreeMap<>();
    for (CoveredDays.Stretch stretch : covered.stretches()) {
      for (int day = stretch.firstDay(); day <= Math.min(stretch.lastDay(), lastDay); day++) {
        days.put(day, new DayCount(day, 0, 0));
      }
    }
    return days;
  }

  /** The days of a brand that can be judged, with what opened on them. */
  static List<WatchedDay> of(WatchKey key, Iterable<ComplaintDay> complaints, RunContext run) {
    return new AlertDays(key, complaints, run).watched();
  }

  private List<WatchedDay> watched() {
    SortedMap<Integer, Signal> signals = new TreeMap<>();
    SortedMap<Integer, List<Signal>> alerts = new TreeMap<>();
    List<Signal> alert = new ArrayList<>();
    Episodes episodes = new Episodes(SILENCE, BLOCK);
    for (CoveredDays.Stretch stretch : key.covered().stretches()) {
      for (int day = stretch.firstDay(); day <= Math.min(stretch.lastDay(), lastDay); day++) {
        Signal signal = watch.signal(day);
        if (signal != null) {
          signals.put(day, signal);
          if (signal.isRevolt()) {
            if (episodes.isBegunBy(day)) {
              alert = new ArrayList<>();
              alerts.put(day, alert);
            }
            alert.add(signal);
          }
        }
      }
    }
    List<WatchedDay> watched = new ArrayList<>();
    signals.forEach(
        (day, signal) -> {
          if (run.publishes(day)) {
            List<Signal> opened = alerts.get(day);
            watched.add(
                new WatchedDay(day, signal.pValue(), opened == null ? null : row(opened, signals)));
          }
        });
    return watched;
  }

  private BrandAlertRow row(List<Signal> alert, SortedMap<Integer, Signal> signals) {
    Signal first = alert.get(0);
    int opened = first.count().day();
    int last = alert.get(alert.size() - 1).count().day();
    List<Signal> all = List.copyOf(signals.subMap(opened, last + 1).values());
    Signal peak =
        alert.stream()
            .max(Comparator.comparingDouble(day -> day.count().count() - day.expected()))
            .orElseThrow();
    boolean isOpen = last + SILENCE >= lastDay;
    return new BrandAlertRow(
        CellColumns.of(key.brandId(), run.runId()),
        drivers.between(opened, peak.count().day()),
        all.stream().mapToLong(day -> day.count().count()).sum(),
        all.stream().mapToDouble(Signal::expected).sum(),
        peak.count().count(),
        peak.expected(),
        first.score(),
        1,
        first.baselineDays(),
        alert.size(),
        isOpen,
        opened,
        peak.count().day(),
        closed(isOpen, last),
        opened);
  }

  private static @Nullable Integer closed(boolean isOpen, int last) {
    return isOpen ? null : last + 1;
  }
}
