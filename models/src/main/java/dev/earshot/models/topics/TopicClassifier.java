package dev.earshot.models.topics;

import dev.earshot.models.classification.TextClassifier;
import dev.earshot.models.sentiment.SentimentFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topic of an English text by a model that learned it from labels, for the industries that have
 * such labels. It knows the shipped topics alone: a topic that a user's taxonomy defines anew is
 * left to its phrases. Immutable; safe for several threads.
 */
public final class TopicClassifier {
  private static final double LIKELY = 0.5;
  private static final String BANKING = "banking";

  private final TextClassifier classifier;
  private final List<@Nullable String> topicOfClass;

  private TopicClassifier(TextClassifier classifier, List<@Nullable String> topicOfClass) {
    this.classifier = classifier;
    this.topicOfClass = topicOfClass;
  }

  /** The classifier for the topics of a taxonomy; null where it has none of those it knows. */
  public static @Nullable TopicClassifier of(Taxonomy taxonomy) {
    List<Topic> shipped = Taxonomy.industry(BANKING).topics();
    List<String> ids = shipped.stream().filter(taxonomy.topics()::contains).map(Topic::id).toList();
    if (ids.isEmpty()) {
      return null;
    }
    TextClassifier classifier = TextClassifier.shipped("topics-" + BANKING + "-en");
    List<@Nullable String> topicOfClass = new ArrayList<>();
    for (String name : classifier.classes()) {
      topicOfClass.add(ids.contains(name) ? name : null);
    }
    return new TopicClassifier(classifier, topicOfClass);
  }

  /** Id of the topic that is more likely than all else together; null for none. */
  public @Nullable String topicOf(SentimentFeatures features) {
    Map<String, Double> likely = likelyTopic(features);
    return likely.isEmpty() ? null : likely.keySet().iterator().next();
  }

  /** The topic that is more likely than all else together with its probability, or none. */
  public Map<String, Double> likelyTopic(SentimentFeatures features) {
    double[] probabilities = classifier.probabilities(features);
    for (int k = 0; k < probabilities.length; k++) {
      String topic = topicOfClass.get(k);
      if (probabilities[k] >= LIKELY) {
        return topic == null ? Map.of() : Map.of(topic, probabilities[k]);
      }
    }
    return Map.of();
  }
}
