package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Texts about two brands, written before the rules: thirty of people who left one for the other,
 * thirty-four others that speak of both, with words of a switch or of something else.
 */
class SwitchStatementTest {
  @Test
  void fewOfThoseFoundAreWrong() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int right = 0;
    int all = 0;
    for (String line :
        Files.readAllLines(Path.of("../testdata/intents/switch.tsv")).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      boolean isSwitch = cells[0].equals("yes");
      boolean isFound = isFound(cells[3], cells[1], cells[2]);
      all += isSwitch ? 1 : 0;
      right += isSwitch && isFound ? 1 : 0;
      if (isFound && !isSwitch) {
        wrong.add(cells[3]);
      } else if (!isFound && isSwitch) {
        missed.add(cells[3]);
      }
    }
    double precision = (double) right / (right + wrong.size());
    double recall = (double) right / all;
    System.out.printf(Locale.ROOT, "switches: precision %.3f, recall %.3f%n", precision, recall);
    missed.forEach(text -> System.out.println("  missed: " + text));
    assertTrue(precision >= 0.85, () -> "found, but no switch: " + wrong);
    assertTrue(recall >= 0.5, () -> "missed: " + missed);
  }

  /** The brands are in one sentence, and the sentence says what happened. */
  @Test
  void asksForOneSentence() {
    assertTrue(isFound("Just moved from Heron to Egret", "Heron", "Egret"));
    for (String none :
        List.of(
            "I have left Heron. For Egret I have a voucher",
            "I might move from Heron to Egret",
            "They moved from Heron to Egret",
            "Did you move from Heron to Egret?")) {
      assertEquals(false, isFound(none, "Heron", "Egret"), none);
    }
  }

  private static boolean isFound(String text, String left, String other) {
    Tokens tokens = new Tokenizer().tokenize(text);
    List<TextSpan> from = spans(text, left);
    List<TextSpan> to = spans(text, other);
    return Comparison.switchOf(tokens, from, true) == SwitchDirection.FROM
        && Comparison.switchOf(tokens, to, true) == SwitchDirection.TO
        && SwitchStatement.isOne(tokens, from, to);
  }

  private static List<TextSpan> spans(String text, String brand) {
    List<TextSpan> spans = new ArrayList<>();
    String folded = text.toLowerCase(Locale.ROOT);
    String name = brand.toLowerCase(Locale.ROOT);
    for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      spans.add(new TextSpan(at, at + name.length()));
    }
    return spans;
  }
}
