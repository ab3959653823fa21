package dev.earshot.models.duplicates;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do to a text that they repeat, and what makes another text of it. */
enum Edit {
  CASE,
  PUNCTUATION,
  EMOJI_ADDED,
  URL_ADDED,
  HANDLE_ADDED,
  HASHTAG_ADDED,
  TYPO,
  WORD_CHANGED,
  WORD_INSERTED,
  WORD_DROPPED,
  LAST_WORDS_CUT,
  QUOTED,
  /** Its opposite: no copy. */
  OPPOSITE;

  private static final Map<String, String> OPPOSITES =
      Map.ofEntries(
          Map.entry("love", "hate"),
          Map.entry("hate", "love"),
          Map.entry("good", "bad"),
          Map.entry("bad", "good"),
          Map.entry("great", "terrible"),
          Map.entry("terrible", "great"),
          Map.entry("best", "worst"),
          Map.entry("worst", "best"),
          Map.entry("never", "always"),
          Map.entry("always", "never"),
          Map.entry("not", "so"),
          Map.entry("can't", "can"),
          Map.entry("won't", "will"),
          Map.entry("cancelled", "confirmed"),
          Map.entry("late", "early"),
          Map.entry("lost", "found"));

  /** The edited text, or null where the text offers no place for it. */
  @Nullable String apply(String text, SplitMix64 random) {
    List<String> words = new ArrayList<>(Arrays.asList(text.trim().split("\\s+")));
    if (words.size() < 4) {
      return null;
    }
    int at = 1 + (int) Long.remainderUnsigned(random.next(), words.size() - 2);
    return switch (this) {
      case CASE -> text.toUpperCase(Locale.ROOT);
      case PUNCTUATION -> text.replaceAll("[.,!?]", "") + "!!";
      case EMOJI_ADDED -> text + " 😡😡";
      case URL_ADDED -> text + " https://t.example/a1B2c3";
      case HANDLE_ADDED -> "@someone_else " + text;
      case HASHTAG_ADDED -> text + " #fail";
      case TYPO -> typo(words, random);
      case WORD_CHANGED -> with(words, at, "something");
      case WORD_INSERTED -> with(words, at, "really " + words.get(at));
      case WORD_DROPPED -> without(words, at);
      case LAST_WORDS_CUT -> String.join(" ", words.subList(0, words.size() - 2)) + "…";
      case QUOTED -> "this: " + text;
      case OPPOSITE -> opposite(words);
    };
  }

  /** Two neighbouring letters change places in a word of at least five letters. */
  private static @Nullable String typo(List<String> words, SplitMix64 random) {
    int first = (int) Long.remainderUnsigned(random.next(), words.size());
    for (int i = 0; i < words.size(); i++) {
      int at = (first + i) % words.size();
      String word = words.get(at);
      boolean isPlain = word.chars().allMatch(Character::isLetter) && word.length() >= 5;
      if (isPlain && word.charAt(2) != word.charAt(3)) {
        String typed = word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
        return with(words, at, typed);
      }
    }
    return null;
  }

  private static @Nullable String opposite(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String other = OPPOSITES.get(words.get(i).toLowerCase(Locale.ROOT));
      if (other != null) {
        return with(words, i, other);
      }
    }
    return null;
  }

  private static String with(List<String> words, int at, String word) {
    words.set(at, word);
    return String.join(" ", words);
  }

  private static String without(List<String> words, int at) {
    words.remove(at);
    return String.join(" ", words);
  }
}
