package dev.earshot.pipelines.evaluate;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.evaluation.StoredPrecision;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How sure the answers of rules are: the probability of the model that gives an answer too, else
 * how often the rules were right with it ({@link StoredPrecision}).
 */
final class Confidences {
  private static final double LIKELY = 0.5;

  private final StoredPrecision intents = StoredPrecision.shipped("intents");
  private final StoredPrecision topics = StoredPrecision.shipped("topics");
  private final StoredPrecision accounts = StoredPrecision.shipped("accounts");

  /**
   * By intent of a text.
   *
   * @param spam probability of spam as it was learned; null for a text without features
   */
  Map<String, Double> ofIntents(Understanding understanding, @Nullable Double spam) {
    Map<String, Double> confidences = new HashMap<>();
    for (Intent intent : understanding.intents()) {
      Double probability = probability(intent, understanding.sentiment(), spam);
      put(confidences, intent.code(), probability, intents);
    }
    return confidences;
  }

  private static @Nullable Double probability(
      Intent intent, @Nullable Sentiment sentiment, @Nullable Double spam) {
    Double probability =
        switch (intent) {
          case SPAM -> spam;
          case COMPLAINT -> sentiment == null ? null : Double.valueOf(sentiment.negative());
          case COMPLIMENT -> sentiment == null ? null : Double.valueOf(sentiment.positive());
          default -> null;
        };
    return probability != null && probability >= LIKELY ? probability : null;
  }

  /**
   * By topic of a text.
   *
   * @param learned the topic that was learned, with its probability; empty for none
   */
  Map<String, Double> ofTopics(Collection<String> found, Map<String, Double> learned) {
    Map<String, Double> confidences = new HashMap<>();
    for (String topic : found) {
      put(confidences, topic, learned.get(topic), topics);
    }
    return confidences;
  }

  /** Of a verdict on an account. */
  Map<String, Double> ofAccount(String verdict) {
    Map<String, Double> confidences = new HashMap<>();
    put(confidences, verdict, null, accounts);
    return confidences;
  }

  private static void put(
      Map<String, Double> confidences,
      String label,
      @Nullable Double probability,
      StoredPrecision otherwise) {
    Double confidence = probability == null ? otherwise.of(label) : probability;
    if (confidence != null) {
      confidences.put(label, confidence);
    }
  }
}
