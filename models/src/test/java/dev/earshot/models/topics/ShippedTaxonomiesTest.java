package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.text.Tokenizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shipped taxonomies against their own examples. */
class ShippedTaxonomiesTest {
  private static final List<Taxonomy> SHIPPED =
      List.of(Taxonomy.general(), ReputationDimensions.shipped().taxonomy());

  @TestFactory
  Stream<DynamicTest> examplesHaveTheTopic() {
    return tests(true);
  }

  @TestFactory
  Stream<DynamicTest> counterExamplesDoNot() {
    return tests(false);
  }

  private static Stream<DynamicTest> tests(boolean expected) {
    return SHIPPED.stream()
        .flatMap(
            taxonomy ->
                taxonomy.topics().stream()
                    .flatMap(
                        topic ->
                            (expected ? topic.examples() : topic.counterExamples())
                                .entrySet().stream()
                                    .flatMap(
                                        e ->
                                            tests(
                                                TopicMatcher.of(taxonomy, e.getKey()),
                                                topic.id(),
                                                e.getValue(),
                                                expected))));
  }

  private static Stream<DynamicTest> tests(
      TopicMatcher matcher, String id, List<String> texts, boolean expected) {
    return texts.stream()
        .map(
            text ->
                DynamicTest.dynamicTest(
                    id + ": " + text,
                    () -> {
                      List<String> found = matcher.topicsOf(new Tokenizer().tokenize(text));
                      if (expected) {
                        assertTrue(found.contains(id), text + " -> " + found);
                      } else {
                        assertFalse(found.contains(id), text + " -> " + found);
                      }
                    }));
  }
}
