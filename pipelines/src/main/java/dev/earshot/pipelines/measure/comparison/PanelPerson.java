package dev.earshot.pipelines.measure.comparison;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one person did about each brand of a panel in a period. Mutable. */
final class PanelPerson {
  private final SortedMap<Integer, Acts> byBrand = new TreeMap<>();

  /** What the person did about a brand. Mutable. */
  static final class Acts {
    private final Map<String, Said> cells = new TreeMap<>();
    private long mentions;
    private long asked;
    private long answered;

    /** By network and language. */
    Map<String, Said> cells() {
      return cells;
    }

    long mentions() {
      return mentions;
    }

    long asked() {
      return asked;
    }

    long answered() {
      return answered;
    }
  }

  /**
   * Mentions with a sentiment.
   *
   * @param positive toward the brand
   * @param negative toward it
   * @param all with the neutral ones
   */
  record Said(long positive, long negative, long all) {
    private Said plus(Said other) {
      return new Said(positive + other.positive, negative + other.negative, all + other.all);
    }

    long net() {
      return positive - negative;
    }
  }

  void add(PanelAct act) {
    Acts acts = byBrand.computeIfAbsent(act.brand(), brand -> new Acts());
    acts.mentions += act.mentions();
    acts.asked += act.asked();
    acts.answered += act.answered();
    long classified = act.positive() + act.neutral() + act.negative();
    if (classified > 0) {
      acts.cells.merge(
          act.cell(), new Said(act.positive(), act.negative(), classified), Said::plus);
    }
  }

  /** The brands that the person had to do with, ascending. */
  SortedMap<Integer, Acts> byBrand() {
    return byBrand;
  }
}
