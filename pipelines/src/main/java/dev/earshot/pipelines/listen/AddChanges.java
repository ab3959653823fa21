package dev.earshot.pipelines.listen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;

/**
 * Adds up the changes of a cell's windows. Many authors say as much on the same days, so that a
 * cell has far fewer different changes than authors; what a bundle has not yet joined is joined
 * before and after the shuffle.
 */
final class AddChanges
    extends Combine.CombineFn<WindowDelta, Map<WindowDelta, Long>, Iterable<WindowDelta>> {
  @Override
  public Map<WindowDelta, Long> createAccumulator() {
    return new HashMap<>();
  }

  @Override
  public Map<WindowDelta, Long> addInput(Map<WindowDelta, Long> sums, WindowDelta change) {
    add(sums, change.unit(), change.count());
    return sums;
  }

  @Override
  public Map<WindowDelta, Long> mergeAccumulators(Iterable<Map<WindowDelta, Long>> parts) {
    Map<WindowDelta, Long> sums = createAccumulator();
    parts.forEach(part -> part.forEach((unit, count) -> add(sums, unit, count)));
    return sums;
  }

  private static void add(Map<WindowDelta, Long> sums, WindowDelta unit, long count) {
    long sum = sums.getOrDefault(unit, 0L) + count;
    if (sum == 0) {
      sums.remove(unit);
    } else {
      sums.put(unit, sum);
    }
  }

  @Override
  public Iterable<WindowDelta> extractOutput(Map<WindowDelta, Long> sums) {
    List<WindowDelta> changes = new ArrayList<>(sums.size());
    sums.forEach((unit, count) -> changes.add(unit.times(count)));
    return changes;
  }
}
