package dev.earshot.pipelines.measure.windows;

import dev.earshot.models.statistics.authors.AuthorMoments;
import dev.earshot.pipelines.facts.SaidByDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What stands in a sliding window of one cell. Mutable. */
public final class WindowTotals {
  private static final int ALL = -1;

  private final AuthorGroup all;
  private final SortedMap<Integer, AuthorGroup> dimensions = new TreeMap<>();
  private final AuthorMoments moments;
  private final SortedMap<String, Long> languages = new TreeMap<>();

  /**
   * An empty window.
   *
   * @param dimensionCount the run's dimensions of reputation
   */
  WindowTotals(int dimensionCount) {
    all = new AuthorGroup();
    moments = new AuthorMoments(dimensionCount);
  }

  /** What {@link #toState} wrote. */
  public WindowTotals(WindowState state, int dimensionCount) {
    all = new AuthorGroup(state.all());
    state.dimensions().forEach(part -> dimensions.put(part.dimension(), new AuthorGroup(part)));
    moments =
        AuthorMoments.of(
            dimensionCount, state.moments().stream().mapToLong(Long::longValue).toArray());
  }

  void apply(WindowDelta delta) {
    all.apply(delta.tally().all(), delta);
    WindowState.Spoken spoken = delta.spoken();
    if (spoken != null) {
      languages.merge(spoken.language(), spoken.mentions(), Long::sum);
    }
    List<SaidByDimension.DimensionPart> parts = delta.tally().parts();
    int[] places = new int[parts.size()];
    long[] nets = new long[parts.size()];
    long[] counts = new long[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      SaidByDimension.PolarityCounts said = parts.get(i).counts();
      places[i] = parts.get(i).dimension();
      nets[i] = (long) said.positive() - said.negative();
      counts[i] = (long) said.positive() + said.neutral() + said.negative();
      dimensions.computeIfAbsent(places[i], d -> new AuthorGroup()).apply(said, delta);
    }
    moments.add(places, nets, counts, delta.authors());
  }

  WindowState toState(int window, int firstDay, int lastDay, List<Long> authorsBefore) {
    List<WindowState.Part> touched = new ArrayList<>(dimensions.size());
    dimensions.forEach(
        (dimension, group) -> {
          if (!group.isEmpty()) {
            touched.add(group.toPart(dimension));
          }
        });
    return new WindowState(
        window,
        firstDay,
        lastDay,
        all.toPart(ALL),
        touched,
        LongStream.of(moments.toArray()).boxed().toList(),
        languages.entrySet().stream()
            .filter(language -> language.getValue() > 0)
            .map(spoken -> new WindowState.Spoken(spoken.getKey(), spoken.getValue()))
            .toList(),
        authorsBefore);
  }

  /** Every mention once. */
  public AuthorGroup all() {
    return all;
  }

  /** The mentions that touch each dimension. */
  public SortedMap<Integer, AuthorGroup> dimensions() {
    return dimensions;
  }

  /** What authors say in several dimensions at once. */
  public AuthorMoments moments() {
    return moments;
  }
}
