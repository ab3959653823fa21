package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.text.Tokenizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shipped taxonomy against its own examples. */
class GeneralTaxonomyTest {
  private static final Taxonomy GENERAL = Taxonomy.general();

  @TestFactory
  Stream<DynamicTest> examplesHaveTheTopic() {
    return GENERAL.topics().stream()
        .flatMap(
            topic ->
                topic.examples().entrySet().stream()
                    .flatMap(e -> tests(topic.id(), e.getKey(), e.getValue(), true)));
  }

  @TestFactory
  Stream<DynamicTest> counterExamplesDoNot() {
    return GENERAL.topics().stream()
        .flatMap(
            topic ->
                topic.counterExamples().entrySet().stream()
                    .flatMap(e -> tests(topic.id(), e.getKey(), e.getValue(), false)));
  }

  private static Stream<DynamicTest> tests(
      String id, String language, List<String> texts, boolean expected) {
    TopicMatcher matcher = TopicMatcher.of(GENERAL, language);
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
