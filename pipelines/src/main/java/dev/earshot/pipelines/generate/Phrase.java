package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence with slots and what a reader would say that it means.
 *
 * @param template the sentence; {@code {B}} stands for the brand, other slots for everyday words
 * @param polarity toward the brand
 * @param topic id of the topic, empty for none
 * @param intents what the writer wants
 */
record Phrase(String template, Polarity polarity, String topic, List<Intent> intents) {

  /** Reads lines of {@code polarity|topic|intents|template}. */
  static Phrase[] parse(String lines) {
    return lines.lines().map(Phrase::parseLine).toArray(Phrase[]::new);
  }

  private static Phrase parseLine(String line) {
    String[] cells = line.split("\\|", 4);
    List<Intent> intents =
        Arrays.stream(cells[2].split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> Intent.byCode(word).orElseThrow())
            .sorted()
            .toList();
    Polarity polarity =
        switch (cells[0]) {
          case "+" -> Polarity.POSITIVE;
          case "-" -> Polarity.NEGATIVE;
          default -> Polarity.NEUTRAL;
        };
    return new Phrase(cells[3], polarity, cells[1], intents);
  }
}
