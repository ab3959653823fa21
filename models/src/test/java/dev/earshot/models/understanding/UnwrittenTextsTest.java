package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.text.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnwrittenTextsTest {
  private static final UnwrittenTexts SHIPPED = UnwrittenTexts.shipped();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "instagram, Reacted 😢 to your message , true",
        "instagram, Liked a message, true",
        "instagram, I liked a message of yours about caps, false",
        "facebook, Zoë hat auf deine Anzeige geantwortet., true",
        "facebook, Wer hat auf deine Anzeige geantwortet und wann?, false",
        "whatsapp, Liked a message, false",
        "whatsapp, Missed voice call, true",
        "whatsapp, I missed voice call number two, false",
        "whatsapp, This business uses a secure service from Meta to manage this chat., true",
        "x, Missed voice call, false"
      })
  void noticesAreToldAsAWhole(String network, String text, boolean isNotice) {
    assertEquals(isNotice, SHIPPED.isNotice(network, TextPattern.folded(text)));
  }

  @Test
  void theDefaultOfAnInstantReplyIsAutomaticWhateverItsApostrophes() {
    String text =
        "Hi, thanks for contacting us. We’ve received your message and appreciate you reaching"
            + " out.";
    assertTrue(SHIPPED.isAutomatic("facebook", TextPattern.folded(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "a*b*c, axbyc, true",
    "a*b*c, abc, true",
    "a*b*c, acb, false",
    "ab*ba, aba, false",
    "*, anything, true",
    "Plain.,  plain , true",
    "plain, plain words, false"
  })
  void aStarStandsForAnything(String pattern, String text, boolean matches) {
    assertEquals(matches, TextPattern.of(pattern).matches(TextPattern.folded(text)));
  }
}
