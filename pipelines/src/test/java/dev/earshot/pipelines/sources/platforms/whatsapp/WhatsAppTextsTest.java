package dev.earshot.pipelines.sources.platforms.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chats of several languages, worked out by hand. */
class WhatsAppTextsTest {
  private static final Path FOLDER = Path.of("../testdata/platforms");

  private static List<String> lines(Collected<Message> read) {
    return read.records.stream()
        .map(
            one ->
                String.join(
                    "|",
                    Instant.EPOCH.plusNanos(one.sentAtMicros() * 1000).toString(),
                    one.senderId(),
                    one.text().replace('\n', '/')))
        .toList();
  }

  private static List<String> rejections(Collected<?> read) {
    return read.rejections.stream()
        .map(one -> one.reason().code() + " line " + (one.lineInRange() + 1))
        .toList();
  }

  private static Collected<Message> file(String name) throws IOException {
    return Collected.file(
        WhatsAppExport.FORMAT.open(Contexts.NOBODY), FOLDER.resolve(name), ReadLimits.DEFAULT);
  }

  private static Collected<Message> text(String chat) throws IOException {
    byte[] bytes = Collected.bytes(chat);
    ByteArrayChannel first = new ByteArrayChannel(bytes, bytes.length);
    return Collected.whole(WhatsAppExport.FORMAT.open(Contexts.NOBODY).surveyed(first), chat);
  }

  @Test
  void whatTheAppWroteIsNobodysWords() throws IOException {
    Collected<Message> read = file("whatsapp-texts.txt");
    assertEquals(
        List.of(
            "2025-03-25T09:01:00Z|Marl|torn at the seam",
            "2025-03-25T09:02:00Z|Marl|",
            "2025-03-25T09:03:00Z|Marl|",
            "2025-03-25T09:04:00Z|Marl|",
            "2025-03-25T09:05:00Z|Marl|Missed voice call",
            "2025-03-25T09:06:00Z|Kea Desk|Which colour?",
            "2025-03-25T12:07:00Z|Kea Desk|Size M: fine",
            "2025-03-25T00:08:00Z|Marl|so <that> is a > b",
            "2025-03-25T21:11:00Z|Marl|12:30 - 13:30: lunch/1. 2. - both: yes"),
        lines(read));
    assertEquals(
        List.of("invalid_timestamp line 15", "invalid_timestamp line 17"), rejections(read));
  }

  @Test
  void persianYearsDigitsAndPolls() throws IOException {
    Collected<Message> read = file("whatsapp-persian.txt");
    assertEquals(
        List.of(
            "2025-03-25T09:05:12Z|Marl|سلام",
            "2025-03-25T21:15:13Z|Kea Desk|",
            "2025-03-26T00:30:14Z|Marl|کدام رنگ؟",
            "2025-03-20T12:10:15Z|Marl|a leap day"),
        lines(read));
    assertEquals(List.of("invalid_timestamp line 9"), rejections(read));
  }

  @Test
  void koreanYearsOfTwoDigitsStandFirst() throws IOException {
    assertEquals(
        List.of(
            "2025-03-05T09:05:00Z|Marl|a",
            "2025-03-05T21:15:00Z|Kea Desk|b",
            "2025-03-06T00:30:00Z|Marl|c"),
        lines(file("whatsapp-korean.txt")));
  }

  @ParameterizedTest
  @CsvSource({
    "25.3.2025 klo 9.05",
    "25.03.25 г. 9:05 ч.",
    "25/3/2025 à 09:05",
    "25/03/2025 à 09 h 05",
    "25/3/2568 09:05",
    "25/3/68 09:05",
    "25/3/2568 BE 09:05",
    "09:05 25/3/2025",
    "25.03.2025 09:05",
    "25.03.2025 saat 09:05",
    "25/03/2025 9:05 PG",
    "25. 3. 2025. u 09:05",
    "25/3/25 पूर्वाह्न 9:05",
    "25.3.2025 ÖÖ 9:05",
    "25/3/2025 9:05 a. m.",
    "2025年3月25日 上午9:05",
    "2025. 03. 25. 9:05",
    "‏٢٥‏/٣‏/٢٠٢٥ ٩:٠٥ ص",
    "٢٥‏/٩‏/١٤٤٦ هـ ٩:٠٥ ص",
    "AP ۱۴۰۴/۱/۵ ۹:۰۵",
    "AP ۱۴۰۴-۰۱-۰۵ ٩:٠٥ ص",
    "2025. 3. 25. 9시 05분 00초",
    "25/3/25 09:05 น.",
    "25.03.25 9:05-ին",
    "25-03-2025 09.05"
  })
  void datesOfManyLanguages(String date) throws IOException {
    for (String line : List.of(date + " - Marl: a: b", "[" + date + "] Marl: a: b")) {
      assertEquals(List.of("2025-03-25T09:05:00Z|Marl|a: b"), lines(text(line + "\n")), line);
    }
  }

  @Test
  void theLanguageOfTheHalvesOfTheDayTellsTheOrder() throws IOException {
    assertEquals(
        List.of("2025-04-03T21:05:00Z|Marl|a"), lines(text("3/4/2025, 9:05 PTG - Marl: a\n")));
    assertEquals(
        List.of("ambiguous_date line 1"), rejections(text("3/4/2025, 9:05 PM - Marl: a\n")));
  }

  @Test
  void whatWasCopiedAndPastedBelongsToItsMessage() throws IOException {
    String chat = "25/3/2025, 09:05 - Marl: see:\n[08:00, 24/3/2025] Kea Desk: hi\n";
    assertEquals(
        List.of("2025-03-25T09:05:00Z|Marl|see:/[08:00, 24/3/2025] Kea Desk: hi"),
        lines(text(chat)));
  }

  @Test
  void aSentenceAboutAFileIsNoFile() {
    assertEquals("see bill.pdf (again)", AppTexts.written("see bill.pdf (again)"));
    assertEquals("", AppTexts.written("bill.pdf (Datei angehängt)"));
  }

  @Test
  void aDayBeforeWhatsAppIsNoDay() throws IOException {
    assertEquals(
        List.of("2025-03-08T09:05:00Z|Marl|a", "2025-03-09T09:05:00Z|Marl|b"),
        lines(text("25/3/8, 09:05 - Marl: a\n25/3/9, 09:05 - Marl: b\n")),
        "a year 2008 is none, so the year stands first");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:30 - 13:30: lunch",
        "+49 151 000 00 00 - Marl: a",
        "1. 2. 3. - both: yes",
        "see [1, 2, 3, 4, 5] there: yes",
        "25.03. 10:30 - 12:00: a date"
      })
  void linesOfAMessageAreNoDates(String line) {
    assertEquals(-1, UnknownDates.end(line));
  }

  @Test
  void aChatInAnUnknownLanguageIsAChat() {
    byte[] chat = Collected.bytes("25 foo 2025, 9:10 xm - Marl: a\n");
    assertTrue(WhatsAppLine.beginsIn(chat, chat.length));
    byte[] prose = Collected.bytes("On 25 May 2025 at 9:10 we met: all of us - or so it seems\n");
    assertFalse(WhatsAppLine.beginsIn(prose, prose.length));
  }

  /** New Year of 1388, 1400 and 1404, leap days of 1399 and 1403: the Iranian calendar office. */
  @ParameterizedTest
  @CsvSource({
    "1388, 1, 1, 2009-03-21",
    "1399, 12, 30, 2021-03-20",
    "1400, 1, 1, 2021-03-21",
    "1403, 12, 30, 2025-03-20",
    "1404, 1, 1, 2025-03-21",
    "1404, 7, 1, 2025-09-23"
  })
  void solarYears(int year, int month, int day, LocalDate expected) {
    assertEquals(expected, ChatCalendars.day(year, false, true, month, day));
    assertNull(ChatCalendars.day(1400, false, true, 12, 30), "no leap year");
    assertNull(ChatCalendars.day(1400, false, true, 13, 1));
    assertNull(ChatCalendars.day(1400, false, true, 7, 31));
  }
}
