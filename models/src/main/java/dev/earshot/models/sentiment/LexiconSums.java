package dev.earshot.models.sentiment;

import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.Hashing;

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
  private static final long BASE = Hashing.of("<lexicon>");

  private final ValenceLexicon lexicon;
  private int boost;
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

  void clear() {
    boost = 0;
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
    int valence = 10 * lexicon.tenths(hash);
    if (valence != 0) {
      int strength = boost + (isCapitals ? CAPITALS : 0);
      valence += valence > 0 ? strength : -strength;
      if (isNegated) {
        valence = (int) (valence * NEGATION);
      }
      count(valence);
    }
    boost = BOOSTERS.contains(hash) ? BOOST : DAMPENERS.contains(hash) ? -BOOST : 0;
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
      features.add(Hashing.combine(BASE, 100 * sum + step));
    }
  }
}
