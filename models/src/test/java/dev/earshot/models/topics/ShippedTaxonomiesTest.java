package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shipped taxonomies against their own examples. */
class ShippedTaxonomiesTest {

  @Test
  void noTopicIsInTwoFiles() {
    List<String> ids =
        taxonomies().flatMap(taxonomy -> taxonomy.topics().stream()).map(Topic::id).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @Test
  void everyTopicHasExamplesAndCounterExamples() {
    assertEquals(
        List.of(),
        taxonomies()
            .flatMap(taxonomy -> taxonomy.topics().stream())
            .filter(topic -> topic.examples().isEmpty() || topic.counterExamples().isEmpty())
            .map(Topic::id)
            .toList());
  }

  @TestFactory
  Stream<DynamicTest> examplesHold() {
    return Stream.concat(taxonomies(), Stream.of(ReputationDimensions.shipped().taxonomy()))
        .flatMap(
            taxonomy ->
                taxonomy.topics().stream()
                    .map(
                        topic ->
                            DynamicTest.dynamicTest(
                                topic.id(),
                                () ->
                                    assertEquals(
                                        List.of(),
                                        TaxonomyExamples.failures(taxonomy, List.of(topic))))));
  }

  private static Stream<Taxonomy> taxonomies() {
    return Stream.concat(
        Stream.of(Taxonomy.general()), Taxonomy.INDUSTRIES.stream().map(Taxonomy::industry));
  }
}
