package dev.earshot.models.training;

import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads VADER's word and emoji lexicons (Hutto and Gilbert, ICWSM 2014; MIT licence). */
final class VaderLexicon {
  private VaderLexicon() {}

  static ValenceLexicon read(Path folder) throws IOException {
    return ValenceLexicon.of(valences(folder));
  }

  /** Valences by normalised token. */
  static Map<String, Double> valences(Path folder) throws IOException {
    Map<String, Double> valences = new TreeMap<>();
    Tokenizer tokenizer = new Tokenizer();
    for (String line : Files.readAllLines(folder.resolve("vader_lexicon.txt"))) {
      String[] cells = line.split("\t", -1);
      Tokens tokens = tokenizer.tokenize(cells[0]);
      if (tokens.size() == 1) {
        valences.putIfAbsent(tokens.normalised(0), Double.valueOf(cells[1]));
      }
    }
    Map<String, Double> emoji = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("vader_emoji.txt"))) {
      String[] cells = line.split("\t", -1);
      double sum = 0;
      Tokens tokens = tokenizer.tokenize(cells[1]);
      for (int i = 0; i < tokens.size(); i++) {
        sum += valences.getOrDefault(tokens.normalised(i), 0d);
      }
      tokens = tokenizer.tokenize(cells[0]);
      if (tokens.size() == 1 && sum != 0) {
        emoji.put(tokens.normalised(0), sum);
      }
    }
    emoji.forEach(valences::putIfAbsent);
    return valences;
  }
}
