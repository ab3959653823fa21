package dev.earshot.models.text;

import java.util.Arrays;

/** How many letters of each script a text has, and which script it is written in. */
final class ScriptCounts {
  private final int[] counts = new int[WritingSystem.ALL.size()];

  void clear() {
    Arrays.fill(counts, 0);
  }

  void add(char[] word, int length) {
    for (int i = 0; i < length; i++) {
      counts[WritingSystem.indexOf(word[i])]++;
    }
  }

  /**
   * The script that prevails, {@link WritingSystem#NONE} where there is no letter. Latin letters
   * count half against those of other alphabets and a quarter against ideographs and syllables,
   * since Latin names stand in texts of every script. Where a tenth of ideographs and kana is kana,
   * it is not Chinese.
   */
  WritingSystem main() {
    int kana = 0;
    int han = 0;
    int most = 0;
    WritingSystem main = WritingSystem.NONE;
    for (int i = 1; i < counts.length; i++) {
      WritingSystem system = WritingSystem.ALL.get(i);
      int weighed =
          switch (system) {
            case LATIN -> counts[i];
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 4 * counts[i];
            default -> 2 * counts[i];
          };
      if (weighed > most) {
        most = weighed;
        main = system;
      }
      kana += system == WritingSystem.HIRAGANA || system == WritingSystem.KATAKANA ? counts[i] : 0;
      han += system == WritingSystem.HAN ? counts[i] : 0;
    }
    boolean isJapanese = main == WritingSystem.HAN && kana > 0 && 9 * kana >= han;
    return isJapanese ? WritingSystem.HIRAGANA : main;
  }
}
