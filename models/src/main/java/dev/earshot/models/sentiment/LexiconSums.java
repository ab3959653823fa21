package dev.earshot.models.sentiment;

import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.Hashing;
import java.util.HashSet;
import java.util.Set;

/** Sums of the valences in a text, as features for each step that a sum reaches. */
final class LexiconSums {
  private static final HashedWords BOOSTERS =
      HashedWords.of(
          "absolutely amazingly awfully completely considerably decidedly deeply enormously entirely"
              + " especially exceptionally extremely fabulously fully greatly highly hugely incredibly"
              + " intensely majorly more most particularly purely quite really remarkably so"
              + " substantially thoroughly totally tremendously uber unbelievably unusually utterly"
              + " very soo super too fucking freaking such");
  private static final HashedWords DAMPENERS =
      HashedWords.of(
          "almost barely hardly less little marginally occasionally partly scarcely slightly"
              + " somewhat kinda kindof sorta sortof");

  /** VADER's constants, in hundredths of its scale. */
  private static final int BOOST = 29;

  private static final int CAPITALS = 73;
  private static final double NEGATION = -0.74;

  private static final int[] STEPS = {
    1, 60, 120, 180, 240, 300, 400, 500, 650, 800, 1000, 1300,
  };
  private static final int SUMS = 13;
  private static final long BASE = Hashing.of("<lexicon>");

  /** As many tokens may stand between a valence and a negation that the lexicon brings along. */
  private static final int NEGATOR_REACH = 2;

  private final ValenceLexicon lexicon;
  private int boost;

  /** The last valence, not yet counted: a word after it may turn it round. */
  private int pending;

  private int sincePending;
  private int negatorReach;
  private int positive;
  private int negative;
  private int highest;
  private int lowest;
  private int last;
  private int first;
  private int positiveCount;
  private int negativeCount;

  LexiconSums(ValenceLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Every feature that there can be. */
  static Set<Long> all() {
    Set<Long> all = new HashSet<>();
    for (int sum = 0; sum < SUMS; sum++) {
      for (int step = 0; step < STEPS.length; step++) {
        all.add(feature(sum, step));
      }
    }
    return all;
  }

  void clear() {
    boost = 0;
    pending = 0;
    sincePending = 0;
    negatorReach = 0;
    positive = 0;
    negative = 0;
    highest = 0;
    lowest = 0;
    last = 0;
    first = 0;
    positiveCount = 0;
    negativeCount = 0;
  }

  void add(long hash, boolean isNegated, boolean isCapitals) {
    sincePending++;
    if (lexicon.isNegator(hash)) {
      negateBeside();
      return;
    }
    int valence = 10 * lexicon.tenths(hash);
    if (valence != 0) {
      int strength = boost + (isCapitals ? CAPITALS : 0);
      valence += valence > 0 ? strength : -strength;
      if (isNegated || negatorReach > 0) {
        valence = (int) (valence * NEGATION);
      }
      countPending();
      pending = valence;
      sincePending = 0;
      negatorReach = 0;
    }
    negatorReach = Math.max(0, negatorReach - 1);
    boolean boosts = BOOSTERS.contains(hash) || lexicon.isBooster(hash);
    boost = boosts ? BOOST : DAMPENERS.contains(hash) ? -BOOST : 0;
  }

  private void negateBeside() {
    if (pending != 0 && sincePending <= NEGATOR_REACH) {
      pending = (int) (pending * NEGATION);
      countPending();
    } else {
      negatorReach = NEGATOR_REACH;
    }
  }

  private void countPending() {
    if (pending != 0) {
      count(pending);
      pending = 0;
    }
  }

  private void count(int valence) {
    if (valence > 0) {
      positive += valence;
      positiveCount++;
    } else {
      negative -= valence;
      negativeCount++;
    }
    highest = Math.max(highest, valence);
    lowest = Math.min(lowest, valence);
    last = valence;
    if (first == 0) {
      first = valence;
    }
  }

  void addTo(FeatureSet features) {
    countPending();
    addSteps(features, 0, positive);
    addSteps(features, 1, negative);
    addSteps(features, 2, positive - negative);
    addSteps(features, 3, negative - positive);
    addSteps(features, 4, highest);
    addSteps(features, 5, -lowest);
    addSteps(features, 6, last);
    addSteps(features, 7, -last);
    addSteps(features, 8, first);
    addSteps(features, 9, -first);
    addSteps(features, 10, 100 * positiveCount);
    addSteps(features, 11, 100 * negativeCount);
    addSteps(features, 12, Math.min(positive, negative));
  }

  private static void addSteps(FeatureSet features, int sum, int value) {
    for (int step = 0; step < STEPS.length && value >= STEPS[step]; step++) {
      features.add(feature(sum, step));
    }
  }

  private static long feature(int sum, int step) {
    return Hashing.combine(BASE, 100L * sum + step);
  }
}
