package dev.earshot.pipelines.sources.platforms.whatsapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words beside dates and times in all languages of CLDR: parts of the day, which say which half
 * of it an hour is of, and words that join date and time ({@code klo}, {@code à}, {@code г.}). They
 * are looked up by their letters alone, as phones write the same word with points and spaces of
 * several kinds or without.
 */
final class DayWords {
  /** A part of the day. */
  record Period(int hours, Set<DateOrder> orders) {
    /** The hour of the day that a clock of twelve hours shows; -1 where the word does not fit. */
    int hour(int shown) {
      if (shown > 12) {
        return shown < 24 && has(shown) ? shown : -1;
      }
      int morning = shown % 12;
      boolean isMorning = has(morning);
      return isMorning == has(morning + 12) ? -1 : isMorning ? morning : morning + 12;
    }

    private boolean has(int hour) {
      return ((hours >> hour) & 1) == 1;
    }
  }

  private static final String PERIODS = "day-periods.tsv";
  private static final String JOINING = "joining-words.txt";
  private static final int MAX_LENGTH = 40;

  private static final Map<String, Period> BY_WORD = new HashMap<>();
  private static final Set<String> JOINING_WORDS = new HashSet<>();

  static {
    for (String line : lines(PERIODS)) {
      String[] cells = line.split("\t", -1);
      BY_WORD.put(cells[0], new Period(Integer.parseInt(cells[1], 16), DateOrder.of(cells[2])));
    }
    JOINING_WORDS.addAll(lines(JOINING));
  }

  private DayWords() {}

  /** The lines of a list beside this class, without comments. */
  static List<String> lines(String name) {
    try (InputStream in = DayWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letters of a text, in lower case, with the marks that are part of them. */
  static String letters(CharSequence text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPartOfWord(c)) {
        letters.append(c);
      }
    }
    return letters.isEmpty() ? "" : letters.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isPartOfWord(char c) {
    if (c < 'A') {
      return false;
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.SURROGATE;
  }

  /** Whether these letters are a part of the day, words that join, both or nothing. */
  static boolean areKnown(String letters) {
    return letters.isEmpty() || JOINING_WORDS.contains(letters) || period(letters) != null;
  }

  /** The part of the day among these letters; null where there is none. */
  static @Nullable Period period(String letters) {
    Period whole = letters.isEmpty() ? null : BY_WORD.get(letters);
    if (letters.isEmpty() || whole != null || letters.length() > MAX_LENGTH) {
      return whole;
    }
    for (int i = 1; i < letters.length(); i++) {
      String before = letters.substring(0, i);
      String behind = letters.substring(i);
      if (JOINING_WORDS.contains(before) && BY_WORD.containsKey(behind)) {
        return BY_WORD.get(behind);
      }
      if (JOINING_WORDS.contains(behind) && BY_WORD.containsKey(before)) {
        return BY_WORD.get(before);
      }
    }
    return null;
  }
}
