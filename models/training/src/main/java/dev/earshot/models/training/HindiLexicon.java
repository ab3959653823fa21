package dev.earshot.models.training;

import dev.earshot.models.sentiment.ValenceLexicon;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * VADER's lexicon with the project's Hindi words ({@code sentiment-hi/lexicon.tsv}) before it: who
 * writes Hindi mixes English and emoji in.
 */
final class HindiLexicon {
  private static final String RESOURCE = "/dev/earshot/artifacts/sentiment-hi/lexicon.tsv";

  /** Letters with the sign nukta, each as one character; NFC splits them. */
  private static final String WITH_NUKTA = "\u0958\u0959\u095A\u095B\u095C\u095D\u095E";

  private HindiLexicon() {}

  static ValenceLexicon read(Path lexicons) throws IOException {
    Map<String, Double> valences = VaderLexicon.valences(lexicons);
    Set<String> negators = new HashSet<>();
    Set<String> boosters = new HashSet<>();
    for (String line : lines()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", 2);
      for (String word : cells[1].split(" ", -1)) {
        for (String token : List.of(token(word), token(composed(word)))) {
          switch (cells[0]) {
            case "negator" -> negators.add(token);
            case "booster" -> boosters.add(token);
            default -> valences.put(token, Double.valueOf(cells[0]));
          }
        }
      }
    }
    return ValenceLexicon.of(valences, negators, boosters);
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(HindiLexicon.class.getResourceAsStream(RESOURCE)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static String token(String word) {
    Tokens tokens = new Tokenizer().tokenize(word);
    if (tokens.size() != 1) {
      throw new IllegalStateException("not one word: " + word);
    }
    return tokens.normalised(0);
  }

  private static String composed(String word) {
    String composed = word;
    for (int i = 0; i < WITH_NUKTA.length(); i++) {
      String letter = WITH_NUKTA.substring(i, i + 1);
      composed = composed.replace(Normalizer.normalize(letter, Normalizer.Form.NFC), letter);
    }
    return composed;
  }
}
