package dev.earshot.models.topics;

import dev.earshot.models.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A taxonomy's examples as its tests. */
public final class TaxonomyExamples {
  private TaxonomyExamples() {}

  /** What is wrong with the examples of a taxonomy, one line for each that does not hold. */
  public static List<String> failures(Taxonomy taxonomy) {
    return failures(taxonomy, taxonomy.topics());
  }

  static List<String> failures(Taxonomy taxonomy, List<Topic> topics) {
    Tokenizer tokenizer = new Tokenizer();
    Map<String, TopicMatcher> matchers = new HashMap<>();
    List<String> failures = new ArrayList<>();
    for (Topic topic : topics) {
      topic
          .examples()
          .forEach(
              (language, texts) -> {
                TopicMatcher matcher = matcher(matchers, taxonomy, language);
                for (String text : texts) {
                  if (!matcher.topicsOf(tokenizer.tokenize(text)).contains(topic.id())) {
                    failures.add(topic.id() + ": does not occur in its example \"" + text + '"');
                  }
                }
              });
      topic
          .counterExamples()
          .forEach(
              (language, texts) -> {
                TopicMatcher matcher = matcher(matchers, taxonomy, language);
                for (String text : texts) {
                  if (matcher.topicsOf(tokenizer.tokenize(text)).contains(topic.id())) {
                    failures.add(topic.id() + ": occurs in its counter-example \"" + text + '"');
                  }
                }
              });
    }
    return failures;
  }

  private static TopicMatcher matcher(
      Map<String, TopicMatcher> matchers, Taxonomy taxonomy, String language) {
    return matchers.computeIfAbsent(language, code -> TopicMatcher.of(taxonomy, code));
  }
}
