package dev.earshot.models.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private final LanguageDetector detector = LanguageDetector.create();
  private final Tokenizer tokenizer = new Tokenizer();

  private String detect(String text) {
    return detector.detect(tokenizer.tokenize(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | @acme my order has not arrived yet, where is it? http://t.co/x #help
          de | Warum kommt der Zug heute schon wieder zu spät?
          fr | Je n'arrive pas à me connecter depuis ce matin
          es | No puedo entrar en mi cuenta desde ayer por la noche
          it | Non riesco ad accedere al mio conto da questa mattina
          pt | Não consigo entrar na minha conta desde ontem à noite
          nl | Ik kan sinds gisteravond niet meer inloggen op mijn account
          pl | Dlaczego pociąg znowu się dzisiaj spóźnia?
          tr | Bugün tren neden yine geç kaldı bilmiyorum
          ru | Почему поезд сегодня опять опаздывает?
          uk | Чому потяг сьогодні знову запізнюється?
          ar | لماذا تأخر القطار اليوم مرة أخرى
          fa | چرا قطار امروز دوباره دیر کرد
          el | Γιατί αργεί πάλι το τρένο σήμερα;
          he | למה הרכבת מאחרת שוב היום
          th | ทำไมวันนี้รถไฟมาสายอีกแล้ว
          ko | 오늘 iPhone Pro Max 샀는데 정말 좋아요
          ja | 今日iPhoneを買いました
          zh | 今天火车又晚点了
          hi | आज ट्रेन फिर देर से क्यों आई
          """)
  void plainSentences(String language, String text) {
    assertEquals(language, detect(text), text);
  }

  /** "hi" is a word of Hindi in Latin letters, but not alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Kestrelwear bot says hi
          en | hi there
          en | just say hi
          en | @acme hi how are you
             | hi
             | Hi @acme
          hi | main bag hai
          hi | main hi kal aaunga
          hi | service bilkul bekar hai
          hi | kya plz bata do bus kab aayegi
          """)
  void wordsThatEnglishHasTooAreNoHindiAlone(String language, String text) {
    assertEquals(language, detect(text), text);
  }

  @Test
  void nothingToReadIsUnknown() {
    for (String text : List.of("", "😂😂", "@acme #hallo https://t.co/x 12:30", "lol", "\uD83D")) {
      assertNull(detect(text), text);
    }
  }

  @Test
  void anyLengthIsAccepted() {
    assertEquals("en", detect("this is what they said ".repeat(1 << 16)));
    assertEquals("ja", detect("あ".repeat(1 << 20)));
  }

  @Test
  void saysHowSureItIs() {
    LanguageDetector detector = LanguageDetector.create();
    Tokenizer tokenizer = new Tokenizer();
    detector.detect(tokenizer.tokenize("สวัสดี"));
    assertEquals(1, detector.confidence(), "the script tells");
    String text = "the weather will be fine for most of the week";
    assertEquals("en", detector.detect(tokenizer.tokenize(text)));
    assertTrue(detector.confidence() >= 0.5 && detector.confidence() < 1);
  }
}
