package dev.earshot.pipelines.sources.platforms.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chats in every language of the JDK's CLDR, written by its own formatter. */
class LocalesTest {
  private static final List<LocalDateTime> SENT =
      List.of(
          LocalDateTime.of(2025, 3, 25, 9, 5, 11),
          LocalDateTime.of(2025, 3, 25, 21, 15, 12),
          LocalDateTime.of(2025, 3, 26, 0, 30, 13),
          LocalDateTime.of(2025, 3, 26, 12, 10, 14),
          LocalDateTime.of(2025, 4, 5, 15, 45, 15));

  /**
   * What cannot be read, and is rejected: Dzongkha spells hours and minutes out, Kako has no sign
   * between month and year, and words of Inari Sami and Scottish Gaelic for the halves of the day
   * are others in larger languages.
   */
  private static final Set<String> UNREAD = Set.of("dz", "kkj", "smn", "gd");

  private static final Set<String> NATIVE_DIGITS =
      Set.of("ar", "as", "bn", "fa", "hi", "mr", "my", "ne", "pa", "ps", "ur", "ckb", "dz", "th");

  private static DateTimeFormatter formatter(String pattern, Locale locale) {
    DecimalStyle digits = DecimalStyle.of(locale);
    return DateTimeFormatter.ofPattern(pattern, locale).withDecimalStyle(digits);
  }

  private static Stream<Locale> locales() {
    return Arrays.stream(Locale.getAvailableLocales())
        .filter(locale -> !locale.getLanguage().isEmpty())
        .flatMap(
            locale ->
                NATIVE_DIGITS.contains(locale.getLanguage())
                    ? Stream.of(locale, nativeDigits(locale))
                    : Stream.of(locale));
  }

  private static Locale nativeDigits(Locale locale) {
    return new Locale.Builder()
        .setLocale(locale.stripExtensions())
        .setUnicodeLocaleKeyword("nu", "native")
        .build();
  }

  private static String pattern(Locale locale, FormatStyle time) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
        FormatStyle.SHORT, time, IsoChronology.INSTANCE, locale);
  }

  private static String chat(DateTimeFormatter formatter, boolean isPhone) {
    return SENT.stream()
        .map(
            sent ->
                isPhone
                    ? "[" + sent.format(formatter) + "] Robin: a: b\n"
                    : sent.format(formatter) + " - Robin: a: b\n")
        .collect(Collectors.joining());
  }

  private static List<String> read(String chat) throws IOException {
    byte[] bytes = Collected.bytes(chat);
    Collected<Message> read =
        Collected.whole(
            WhatsAppExport.FORMAT
                .open(Contexts.NOBODY)
                .surveyed(new ByteArrayChannel(bytes, bytes.length)),
            chat);
    return read.records.stream()
        .map(one -> one.senderId() + " " + one.sentAtMicros() / 1_000_000 + " " + one.text())
        .toList();
  }

  private static List<String> expected(boolean hasSeconds) {
    return SENT.stream()
        .map(sent -> hasSeconds ? sent : sent.withSecond(0))
        .map(sent -> "Robin " + sent.toEpochSecond(ZoneOffset.UTC) + " a: b")
        .toList();
  }

  @Test
  void everyLanguageIsReadOnBothPhonesByBothClocks() throws IOException {
    Map<String, String> failed = new TreeMap<>();
    Set<String> read = new HashSet<>();
    for (Locale locale : locales().toList()) {
      String minutes = pattern(locale, FormatStyle.SHORT);
      String seconds = pattern(locale, FormatStyle.MEDIUM);
      for (String clock : List.of("", "H", "h")) {
        String android = withClock(minutes, clock);
        String phone = withClock(seconds, clock);
        String name = locale.getLanguage() + " " + android;
        String fromAndroid = chat(formatter(android, locale), false);
        String fromPhone = chat(formatter(phone, locale), true);
        if (read.add(fromAndroid) && !expected(false).equals(read(fromAndroid))) {
          failed.put(name, fromAndroid.lines().toList().get(1));
        }
        if (read.add(fromPhone) && !expected(true).equals(read(fromPhone))) {
          failed.put(name + "]", fromPhone.lines().toList().get(1));
        }
      }
    }
    failed.keySet().removeIf(name -> UNREAD.contains(name.substring(0, name.indexOf(' '))));
    assertEquals(Map.of(), failed);
    assertTrue(read.size() > 500, "the JDK has too few languages: " + read.size());
  }

  /** The same pattern with the other clock, as the phone's setting has it. */
  private static String withClock(String pattern, String clock) {
    if (clock.isEmpty() || pattern.indexOf('\'') >= 0) {
      return pattern;
    }
    if (clock.equals("H")) {
      return pattern.replaceAll("\\s*[aB]\\s*", " ").replaceAll("[hK]+", "H").strip();
    }
    boolean hasPeriod = pattern.contains("a") || pattern.contains("B");
    String twelve = pattern.replaceAll("[Hk]+", "h");
    return hasPeriod ? twelve : twelve.replaceAll("(h.m+(?:.s+)?)", "$1 a");
  }
}
