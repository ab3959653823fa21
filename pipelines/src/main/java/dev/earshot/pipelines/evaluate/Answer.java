package dev.earshot.pipelines.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was predicted for a row.
 *
 * @param labels the predicted class, or classes; none where no class could be told
 * @param probabilities of the classes in their order; empty where there are none
 * @param confidences how sure it is, by predicted class; lacks those of which it is not known
 * @param language of the text; null where it could not be told
 * @param wholeText the answer if the target were disregarded; null where there is no target
 */
record Answer(
    Collection<String> labels,
    List<Double> probabilities,
    Map<String, Double> confidences,
    @Nullable String language,
    @Nullable Answer wholeText) {
  static final Answer UNKNOWN = new Answer(List.of(), List.of(), Map.of(), null, null);

  /** The one predicted class, or null. */
  @Nullable String label() {
    return labels.isEmpty() ? null : labels.iterator().next();
  }
}
