package dev.earshot.models.training;

import dev.earshot.models.text.Hashing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Labelled texts in three parts by the hash of their letters and digits, so that copies of a text
 * stay in one part: seven tenths to fit, one tenth to set the temperature, two tenths to report on.
 *
 * @param classes names of the classes
 */
record ClassifierCorpus(
    List<String> classes, List<Text> training, List<Text> calibration, List<Text> validation) {
  private static final long SALT = Hashing.of("classifier split 1");

  /**
   * A text.
   *
   * @param set which it comes from
   * @param label number of its class
   * @param weight of the text against others in fitting
   */
  record Text(String set, int label, String text, float weight) {}

  /** Splits texts; of those that are equal in letters and digits the first counts. */
  static ClassifierCorpus of(List<String> classes, List<Text> texts) {
    ClassifierCorpus corpus =
        new ClassifierCorpus(classes, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<Long> seen = new HashSet<>();
    for (Text text : texts) {
      long hash = letterHash(text.text());
      if (seen.add(hash)) {
        corpus.part(hash).add(text);
      }
    }
    return corpus;
  }

  private List<Text> part(long hash) {
    long tenth = Long.remainderUnsigned(Hashing.combine(SALT, hash), 10);
    return tenth < 7 ? training : tenth < 8 ? calibration : validation;
  }

  private static long letterHash(String text) {
    long hash = Hashing.START;
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        hash = Hashing.append(hash, c);
      }
    }
    return hash;
  }
}
