package dev.earshot.models.topics;

import java.text.DateFormatSymbols;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that only say when: weekdays and months in the languages of the shipped models (Unicode
 * CLDR, by the Java runtime), and the parts of an English day. Everybody uses them, of whatever
 * they speak, and more of them on their own day.
 */
final class CalendarWords {
  private static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fr", "hi", "it", "nl", "pt");

  private static final Set<String> WORDS = words();

  private CalendarWords() {}

  private static Set<String> words() {
    Set<String> words =
        new HashSet<>(
            Set.of("morning", "noon", "afternoon", "evening", "night", "midnight", "weekend"));
    for (String language : LANGUAGES) {
      DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
      Stream.of(symbols.getWeekdays(), symbols.getMonths())
          .flatMap(Stream::of)
          .filter(name -> !name.isEmpty())
          .forEach(name -> words.add(name.toLowerCase(Locale.ROOT)));
    }
    // People march, and in March they mostly name a day with it.
    words.remove("march");
    return words;
  }

  /** Whether a phrase in lower case, or a hashtag, has no other word. */
  static boolean areAllOf(String phrase) {
    int start = phrase.startsWith("#") ? 1 : 0;
    while (true) {
      int end = phrase.indexOf(' ', start);
      if (!WORDS.contains(phrase.substring(start, end < 0 ? phrase.length() : end))) {
        return false;
      }
      if (end < 0) {
        return true;
      }
      start = end + 1;
    }
  }
}
