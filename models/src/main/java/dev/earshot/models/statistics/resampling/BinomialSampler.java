package dev.earshot.models.statistics.resampling;

import dev.earshot.models.statistics.basics.SplitMix64;

/**
 * Exact binomial draws in bounded expected time: inversion for a small mean, else transformed
 * rejection (W. Hörmann, 1993, "The generation of binomial random variates", J. Statist. Comput.
 * Simul. 46, 101-110, algorithm BTRS). {@link StrictMath} throughout, so that the draws do not
 * depend on the machine.
 */
final class BinomialSampler {
  private static final double INVERSION_LIMIT = 10;
  private static final double[] STIRLING_TAIL = {
    0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
    0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
    0.009255462182712733, 0.00833056343336287
  };

  private BinomialSampler() {}

  /** The successes in {@code trials} independent trials of chance {@code probability}. */
  static long draw(SplitMix64 random, long trials, double probability) {
    if (trials == 0 || probability <= 0) {
      return 0;
    }
    if (probability >= 1) {
      return trials;
    }
    if (probability > 0.5) {
      return trials - drawSmall(random, trials, 1 - probability);
    }
    return drawSmall(random, trials, probability);
  }

  private static long drawSmall(SplitMix64 random, long trials, double p) {
    return trials * p < INVERSION_LIMIT ? invert(random, trials, p) : reject(random, trials, p);
  }

  private static long invert(SplitMix64 random, long trials, double p) {
    double odds = p / (1 - p);
    double mass = StrictMath.exp(trials * StrictMath.log1p(-p));
    double u = random.nextDouble();
    long k = 0;
    while (u > mass && k < trials) {
      u -= mass;
      k++;
      mass *= odds * (trials - k + 1) / k;
    }
    return k;
  }

  private static long reject(SplitMix64 random, long n, double p) {
    double spread = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * spread;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double centre = n * p + 0.5;
    double squeeze = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * spread;
    double odds = p / (1 - p);
    double mode = Math.floor((n + 1) * p);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = 1 - random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + centre);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || k > n) {
        continue;
      }
      double bound =
          (mode + 0.5) * StrictMath.log((mode + 1) / (odds * (n - mode + 1)))
              + (n + 1) * StrictMath.log((n - mode + 1) / (n - k + 1))
              + (k + 0.5) * StrictMath.log(odds * (n - k + 1) / (k + 1))
              + stirlingTail(mode)
              + stirlingTail(n - mode)
              - stirlingTail(k)
              - stirlingTail(n - k);
      if (StrictMath.log(v * alpha / (a / (us * us) + b)) <= bound) {
        return (long) k;
      }
    }
  }

  /** log(k!) minus its Stirling approximation. */
  private static double stirlingTail(double k) {
    if (k < STIRLING_TAIL.length) {
      return STIRLING_TAIL[(int) k];
    }
    double next = k + 1;
    double square = next * next;
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
  }
}
