package dev.earshot.models.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {
  /** Left: what CPython's {@code s.encode().decode("cp1252")} makes of the right, by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Itâ€™s | It’s",
        "weâ€™d like â€œthisâ€\u009d | we’d like “this”",
        "great ðŸ˜€! | great 😀!",
        "KrakÃ³w, BjÃ¶rk | Kraków, Björk",
        "cafÃ© | café",
        "Ã©tÃ© â€“ voilÃ\u00a0 | été – voilà",
        "Ð¿Ñ€Ð¸Ð²ÐµÑ‚ | привет",
        "Ø³ÙŠ Ø³ÙŠØ³ | سي سيس",
        "OPCIÃ“N, Ã\u00a0 revoir | OPCIÓN, à revoir",
        "Â£5 and 20Â°C | £5 and 20°C",
        "caf\u00c3\u00a9 \u00e2\u0080\u0099 | café ’",
        "ItÃ¢â‚¬â„¢s | It’s",
        "æ—¥æœ¬èªž | 日本語"
      })
  void decodesWhatIsCertain(String mojibake, String text) {
    assertEquals(new RepairedText(text, Set.of(TextIssue.MOJIBAKE)), TextRepair.repair(mojibake));
  }

  @Test
  void decodesTheCertainPartsAmongGenuineLetters() {
    assertEquals("señor, it’s 😀 ok", TextRepair.repair("señor, itâ€™s 😀 ok").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain\tASCII\r\nof two lines",
        "« Un café\u00a0» et voilà\u00a0»",
        "„Spaß“, sagte sie – „náš“… „až”",
        "NESTLÉ® CAFÉ™ NÃO MAÇÃ® ÅÄÖ ÇÃ",
        "日本語 ελληνικά русский العربية\u200f עברית\u200e ไทย हिन्दी",
        "👩‍👩‍👧 ❤️ 🇩🇪",
        "Já está, ¿qué? ¡Olé! 1º 2ª",
        "það” … ð"
      })
  void leavesGenuineTextAlone(String text) {
    RepairedText repaired = TextRepair.repair(text);
    assertEquals(text, repaired.text());
    assertEquals(Set.of(), repaired.issues());
  }

  @Test
  void cleanTextIsNotCopied() {
    String text = new String("Grüße, señor".toCharArray());
    assertSame(text, TextRepair.repair(text).text());
  }

  @Test
  void controlsAndMarksAreDroppedAndFlagged() {
    assertRepaired("H\u0000e\u0000y\u0007\u007f", "Hey", TextIssue.CONTROL_CHARACTER);
    assertRepaired("it\u0092s \u0093so\u0094", "it’s “so”", TextIssue.CONTROL_CHARACTER);
    assertRepaired("\ufeffone\ufefftwo", "onetwo", TextIssue.BYTE_ORDER_MARK);
    assertRepaired("br\u202eand\u202c \u2066x\u2069", "brand x", TextIssue.BIDI_CONTROL);
    assertRepaired(
        "a\ud800b\udc00\ud83d\ude00\ud83d", "a\ufffdb\ufffd😀\ufffd", TextIssue.LONE_SURROGATE);
  }

  private static void assertRepaired(String text, String expected, TextIssue issue) {
    assertEquals(new RepairedText(expected, Set.of(issue)), TextRepair.repair(text));
  }

  @Test
  void bytesAsCharactersAreDecodedExactly() {
    String text = "Zoë, 山田 😀 naïve «é»";
    String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertEquals(text, Mojibake.decodeBytes(bytes));
    assertEquals("Zoë", Mojibake.decodeBytes("Zoë"), "no UTF-8: as it is");
    assertEquals("ASCII", Mojibake.decodeBytes("ASCII"));
    assertEquals("€ Ã©", Mojibake.decodeBytes("€ Ã©"), "no byte: as it is");
    assertEquals("Ã©", Mojibake.decodeBytes("\u00c3\u0083\u00c2\u00a9"), "one round, not two");
  }

  /**
   * Every text of up to three of the telling characters ends, and mending it again does nothing.
   */
  @Test
  void mendingIsDoneOnce() {
    String telling = "aÃÂâ€™©\u00a0ð\u009f˜\u0000\ufeff\ud83d\ude00ß";
    int mended = 0;
    int count = telling.length();
    for (int i = 0; i < count * count * count; i++) {
      String text =
          ""
              + telling.charAt(i % count)
              + telling.charAt(i / count % count)
              + telling.charAt(i / count / count);
      String once = TextRepair.repair(text).text();
      assertEquals(once, TextRepair.repair(once).text(), () -> escape(text));
      mended += once.equals(text) ? 0 : 1;
    }
    assertTrue(mended > 500, "texts that were mended: " + mended);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
    return escaped.toString();
  }
}
