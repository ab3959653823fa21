package dev.earshot.models.quantification;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What corrects net sentiment, by language: the shipped domains of a language ({@link
 * LabelledDomains}), and labels of the user's own, which narrow it down. Where a language has too
 * few domains to show a spread, its own labels are pooled with the spread of English.
 */
public final class NetAdjustments {
  /** Own labels of a language that count. */
  public static final long MINIMUM_LABELS = 30;

  private static final String MOST_DOMAINS = "en";

  private final Map<String, AdjustedNet> byLanguage = new HashMap<>();
  private final ReaderSpread spread;

  private NetAdjustments(ReaderSpread spread) {
    this.spread = spread;
  }

  /**
   * The adjustments of a run.
   *
   * @param own labels of the user's own, or null
   */
  public static NetAdjustments of(@Nullable CalibrationFile own) {
    Map<String, DomainBias> biases = LabelledDomains.biases(LabelledDomains.shipped());
    DomainBias widest = Objects.requireNonNull(biases.get(MOST_DOMAINS));
    long[] labels = own == null ? null : own.counts().get(MOST_DOMAINS);
    NetAdjustments adjustments =
        new NetAdjustments(
            widest.spread(
                labels == null || !isEnough(labels) ? null : new LabelledDomain("own", labels)));
    biases.forEach(
        (language, bias) ->
            adjustments.byLanguage.put(language, new AdjustedNet(bias.unlabelled(), 0)));
    if (own != null) {
      own.counts()
          .forEach(
              (language, counts) -> {
                if (isEnough(counts)) {
                  LabelledDomain domain = new LabelledDomain("own", counts);
                  Bias bias = biases.getOrDefault(language, widest).of(domain);
                  adjustments.byLanguage.put(language, new AdjustedNet(bias, domain.size()));
                }
              });
    }
    return adjustments;
  }

  /** Whether so many labels of a language, by actual and predicted class, are used. */
  public static boolean isEnough(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum >= MINIMUM_LABELS;
  }

  /** What brands that are compared lack, taken as that of English in every language. */
  public ReaderSpread spread() {
    return spread;
  }

  /** What corrects a language; null where nothing is known of its reader's errors. */
  public @Nullable AdjustedNet of(String language) {
    return byLanguage.get(language);
  }
}
