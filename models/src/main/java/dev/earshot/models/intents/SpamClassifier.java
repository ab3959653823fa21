package dev.earshot.models.intents;

import dev.earshot.models.classification.TextClassifier;
import dev.earshot.models.sentiment.SentimentFeatures;

/** Whether an English text is spam, by a model that learned it from labels. Immutable. */
public final class SpamClassifier {
  private static final double LIKELY = 0.5;

  private final TextClassifier classifier;
  private final int spam;

  private SpamClassifier(TextClassifier classifier) {
    this.classifier = classifier;
    spam = classifier.classes().indexOf("spam");
  }

  /** The classifier that is shipped. */
  public static SpamClassifier english() {
    return new SpamClassifier(TextClassifier.shipped("spam-en"));
  }

  /** Whether spam is more likely than not, if both are equally frequent. */
  public boolean isSpam(SentimentFeatures features) {
    return probability(features) >= LIKELY;
  }

  /** The probability of spam, if both are equally frequent. */
  public double probability(SentimentFeatures features) {
    return classifier.probabilities(features)[spam];
  }
}
