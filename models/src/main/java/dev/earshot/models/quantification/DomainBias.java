package dev.earshot.models.quantification;

import dev.earshot.models.statistics.basics.Quantiles;
import dev.earshot.models.statistics.location.RandomEffects;
import dev.earshot.models.statistics.location.RandomEffects.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader's net sentiment is from what people would label, from one domain to the next: a
 * bias with a mean, and two causes by which it varies, the labelled set (what an instruction calls
 * neutral, a network, an industry) and the brand or subject within it.
 *
 * <p>Random effects with partial pooling (A. Gelman, J. Hill, 2007, "Data Analysis Using Regression
 * and Multilevel/Hierarchical Models", chapter 12), fitted by {@link RandomEffects}: within each
 * set, the variance of all being the mean over sets, so that a set of a hundred subjects does not
 * speak for the others; then between the sets' means. Where a domain has labels of its own, its
 * bias is drawn from the mean toward them as far as their number allows.
 *
 * <p>Immutable; the same domains in the same order give the same doubles.
 */
public final class DomainBias {
  /** Labelled sets below which a spread between sets says nothing. */
  public static final int MINIMUM_SETS = 5;

  private static final int MINIMUM_GROUPS_FOR_SLOPE = 4;
  private static final double PRIOR_TEXTS = 5;

  /** As if one text in a hundred were off by a class: labellers are no surer than that. */
  private static final double LEAST_TEXT_VARIANCE = 0.01;

  private final double textVariance;
  private final double groupVariance;
  private final double slopeVariance;
  private final RandomEffects sets;
  private final double degreesOfFreedom;
  private final double quantile;

  private DomainBias(Collection<List<LabelledDomain>> labelled) {
    textVariance = Math.max(LEAST_TEXT_VARIANCE, textVariance(labelled));
    List<Double> withins = new ArrayList<>();
    for (List<LabelledDomain> set : labelled) {
      if (set.size() > 1) {
        withins.add(RandomEffects.of(samples(set)).variance());
      }
    }
    groupVariance = average(withins);
    List<Sample> means = new ArrayList<>();
    for (List<LabelledDomain> set : labelled) {
      RandomEffects groups = RandomEffects.at(samples(set), groupVariance);
      means.add(new Sample(groups.mean(), groups.meanVariance()));
    }
    sets = RandomEffects.of(means);
    slopeVariance = slopeVariance(labelled);
    degreesOfFreedom = degreesOfFreedom(labelled.size(), withins);
    quantile = Quantiles.student(degreesOfFreedom);
  }

  /**
   * The bias that labelled domains show.
   *
   * @param domains of at least {@value #MINIMUM_SETS} sets
   */
  public static DomainBias of(List<LabelledDomain> domains) {
    Map<String, List<LabelledDomain>> sets = new TreeMap<>();
    for (LabelledDomain domain : domains) {
      sets.computeIfAbsent(domain.set(), name -> new ArrayList<>()).add(domain);
    }
    if (sets.size() < MINIMUM_SETS) {
      throw new IllegalArgumentException(sets.size() + " sets, expected " + MINIMUM_SETS);
    }
    return new DomainBias(sets.values());
  }

  /** The bias in a domain of which nobody has labelled a text. */
  public Bias unlabelled() {
    return new Bias(
        sets.mean(), sets.variance() + groupVariance + sets.meanVariance(), 0, 0, quantile);
  }

  /** The bias in a domain with labels of its own. */
  public Bias of(LabelledDomain own) {
    double spread = sets.variance() + groupVariance;
    double known = spread / (spread + errorVariance(own));
    double left = 1 - known;
    return new Bias(
        sets.mean() + known * (own.bias() - sets.mean()),
        left * spread + left * left * sets.meanVariance(),
        slopeVariance,
        own.predictedNet(),
        quantile);
  }

  /**
   * The biases of several brands of which nobody has labelled each: labels of all together tell what
   * they have in common.
   *
   * @param together labels of the user's own, or null
   */
  ReaderSpread spread(@Nullable LabelledDomain together) {
    if (together == null) {
      return new ReaderSpread(
          sets.mean(), sets.variance() + sets.meanVariance(), groupVariance, degreesOfFreedom);
    }
    Bias own = of(together);
    return new ReaderSpread(own.value(), own.variance(), groupVariance, degreesOfFreedom);
  }

  private List<Sample> samples(List<LabelledDomain> set) {
    return set.stream().map(group -> new Sample(group.bias(), errorVariance(group))).toList();
  }

  /** Of a domain's bias by the choice of its texts; few texts borrow from all others. */
  double errorVariance(LabelledDomain domain) {
    double texts = domain.size();
    return (domain.squaredDeviations() + PRIOR_TEXTS * textVariance)
        / (texts + PRIOR_TEXTS - 1)
        / texts;
  }

  /** Of the error of one text about its domain's bias, the mean over sets. */
  private static double textVariance(Collection<List<LabelledDomain>> labelled) {
    List<Double> variances = new ArrayList<>();
    for (List<LabelledDomain> set : labelled) {
      double texts = set.stream().mapToLong(LabelledDomain::size).sum();
      variances.add(set.stream().mapToDouble(LabelledDomain::squaredDeviations).sum() / texts);
    }
    return average(variances);
  }

  /**
   * How far the bias moves with the predicted net sentiment within a set: the mean over sets of the
   * squared slope less its error's variance. It counts for labels of one's own, from which the mix
   * of opinions may have moved since.
   */
  private double slopeVariance(Collection<List<LabelledDomain>> labelled) {
    List<Double> squares = new ArrayList<>();
    for (List<LabelledDomain> set : labelled) {
      if (set.size() >= MINIMUM_GROUPS_FOR_SLOPE) {
        squares.add(squaredSlope(set));
      }
    }
    return squares.isEmpty() ? 1 : Math.max(0, average(squares));
  }

  private double squaredSlope(List<LabelledDomain> set) {
    double weights = 0;
    double nets = 0;
    double biases = 0;
    for (LabelledDomain group : set) {
      double weight = 1 / (groupVariance + errorVariance(group));
      weights += weight;
      nets += weight * group.predictedNet();
      biases += weight * group.bias();
    }
    double square = 0;
    double product = 0;
    for (LabelledDomain group : set) {
      double weight = 1 / (groupVariance + errorVariance(group));
      double net = group.predictedNet() - nets / weights;
      square += weight * net * net;
      product += weight * net * (group.bias() - biases / weights);
    }
    double slope = product / square;
    return slope * slope - 1 / square;
  }

  /**
   * Of the sum of the two variances (F. E. Satterthwaite, 1946, Biometrics Bulletin 2, 110-114);
   * that of the mean of the variances within sets follows from how they differ.
   */
  private double degreesOfFreedom(int labelledSets, List<Double> withins) {
    double between = sets.variance() * sets.variance() / (labelledSets - 1);
    double squares = 0;
    for (double within : withins) {
      squares += (within - groupVariance) * (within - groupVariance);
    }
    int count = withins.size();
    double ofMean = count < 2 ? 0 : squares / (count - 1) / count;
    double sum = sets.variance() + groupVariance;
    double ofSum = between + ofMean / 2;
    return ofSum > 0 ? Math.max(labelledSets - 1.0, sum * sum / ofSum) : labelledSets - 1.0;
  }

  private static double average(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
