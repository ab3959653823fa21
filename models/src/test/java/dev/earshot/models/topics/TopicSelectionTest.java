package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.text.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicSelectionTest {
  private static final String OWN =
      "topics: [{id: flight_delay, name: Mine, phrases: {en: [tardy]}}]";

  @Test
  void industriesJoinTheGeneralTopics() {
    Taxonomy taxonomy = new TopicSelection(List.of(), List.of("airline")).taxonomy();
    List<String> topics =
        TopicMatcher.of(taxonomy, "en")
            .topicsOf(new Tokenizer().tokenize("My flight is delayed, what a rip off"));
    assertEquals(List.of("flight_delay", "price", "waiting_time"), topics);
  }

  @Test
  void aTopicOfTheUserTakesThePlaceOfAShippedOne() {
    TopicSelection selection = new TopicSelection(List.of(OWN), List.of("airline"));
    assertFalse(selection.topicsOf("airline").contains("flight_delay"));
    assertTrue(selection.topicsOf("airline").contains("flight_cancellation"));
    TopicMatcher matcher = TopicMatcher.of(selection.taxonomy(), "en");
    assertEquals(List.of("flight_delay"), matcher.topicsOf(new Tokenizer().tokenize("So tardy")));
    assertEquals(List.of(), matcher.topicsOf(new Tokenizer().tokenize("Flight delayed")));
  }

  @Test
  void theUsersTaxonomiesAreTakenTogether() {
    String other = "topics: [{id: b, name: B, phrases: {en: [beta]}}]";
    Taxonomy both = new TopicSelection(List.of(OWN, other), List.of()).taxonomy();
    assertEquals(
        Set.of("flight_delay", "b"),
        both.topics().stream().map(Topic::id).collect(Collectors.toSet()));
    InvalidPhraseFileException thrown =
        assertThrows(
            InvalidPhraseFileException.class,
            () -> new TopicSelection(List.of(OWN, other, OWN), List.of()).taxonomy());
    assertEquals(List.of("flight_delay is a topic of an earlier taxonomy too"), thrown.problems());
  }

  @Test
  void equalWhateverTheOrderOfIndustries() {
    assertEquals(
        new TopicSelection(List.of(), List.of("food", "airline", "food")),
        new TopicSelection(List.of(), List.of("airline", "food")));
  }
}
