package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicSelection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the learned classifiers add to the rules, on texts written for this test. */
class LearnedContentTest {
  private static final TextAnalyzer GENERAL = FastAnalyzer.of(Taxonomy.general());
  private static final String LATE_CARD = "I have been waiting two weeks for the plastic to arrive";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Check out my new video please, subscribe and I will sub back",
        "URGENT! You have won a 500 pound prize, call 09061234567 now to claim. T&Cs apply",
        "Hey guys please visit my channel, I make covers, thanks",
      })
  void spamIsFound(String text) {
    assertTrue(GENERAL.understand(text, "en", List.of()).intents().contains(Intent.SPAM), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My parcel has been stuck in Leeds since Monday, can you call me?",
        "Free delivery this week at the garden centre, lovely",
        "Won the office quiz last night and celebrated at your pub",
      })
  void whatCustomersWriteIsNoSpam(String text) {
    assertFalse(GENERAL.understand(text, "en", List.of()).intents().contains(Intent.SPAM), text);
  }

  @Test
  void targetsDoNotChangeWhatIsLearned() {
    String text = "Subscribe to my channel and check out my page, better than Heron or Dotterel";
    Understanding whole = GENERAL.understand(text, "en", List.of());
    Understanding toward =
        GENERAL.understand(text, "en", List.of(new TextSpan(60, 65), new TextSpan(69, 77)));
    assertEquals(whole.intents(), toward.intents());
  }

  @Test
  void bankingTopicsAreLearnedForBanksAlone() {
    TopicSelection banking = new TopicSelection(List.of(), List.of("banking"));
    TextAnalyzer bank = FastAnalyzer.of(banking.taxonomy());
    assertTrue(topics(bank).contains("card_delivery"));
    assertFalse(topics(GENERAL).contains("card_delivery"));
  }

  @Test
  void aTopicThatTheUserDefinesIsLeftToItsPhrases() {
    String own = "topics: [{id: card_delivery, name: Mine, phrases: {en: [postcard]}}]";
    TopicSelection selection = new TopicSelection(List.of(own), List.of("banking"));
    assertFalse(topics(FastAnalyzer.of(selection.taxonomy())).contains("card_delivery"));
  }

  private static List<String> topics(TextAnalyzer analyzer) {
    return analyzer.understand(LATE_CARD, "en", List.of()).topics();
  }

  @Test
  void whatIsFeltCountsInLanguagesWithoutRules() {
    assertEquals(
        Set.of(Intent.COMPLIMENT),
        GENERAL.understand("¡Me encanta, muchas gracias!", "es", List.of()).intents());
    assertEquals(Set.of(), GENERAL.understand("Bedankt, geweldig!", "nl", List.of()).intents());
  }
}
