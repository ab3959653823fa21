package dev.earshot.models.sentiment;

import dev.earshot.models.phrases.PhraseFile;
import dev.earshot.models.phrases.PhraseTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Phrases that mean something else than their words, and what each says. Immutable.
 *
 * <p>The YAML names lists of {@code words}, and {@code turns} with what they say ({@code positive},
 * {@code negative}, {@code nothing}) and their phrases, in which a list's name stands for each of
 * its words, and a piece in parentheses may be left out.
 */
final class TurnedPhrases {
  private static final String SHIPPED = "/dev/earshot/artifacts/sentiment-en/turns.yaml";
  private static final Map<String, Integer> DIRECTIONS =
      Map.of("positive", 1, "negative", -1, "nothing", 0);

  private final PhraseTrie trie;

  private TurnedPhrases(PhraseTrie trie) {
    this.trie = trie;
  }

  private static final class Shipped {
    static final TurnedPhrases ENGLISH = parse("turns.yaml", PhraseFile.shipped(SHIPPED));
  }

  /** The English ones that are shipped. */
  static TurnedPhrases english() {
    return Shipped.ENGLISH;
  }

  /**
   * Reads phrases; the payload of each in {@link #trie} is what it says: 1, -1 or 0.
   *
   * @param name for messages
   * @throws dev.earshot.models.phrases.InvalidPhraseFileException with every mistake and its line
   */
  static TurnedPhrases parse(String name, String yaml) {
    PhraseFile file = PhraseFile.named(name);
    Map<String, Node> keys = file.mapping(file.parse(yaml), "", Set.of("words", "turns"), Set.of());
    Map<String, List<String>> words = new HashMap<>();
    Node lists = keys.get("words");
    if (lists != null) {
      file.entries(lists, "words")
          .forEach((list, node) -> words.put(list, file.texts(node, "words." + list)));
    }
    PhraseTrie.Builder builder = new PhraseTrie.Builder();
    List<Node> turns = file.list(keys.get("turns"), "turns");
    for (int i = 0; i < turns.size(); i++) {
      add(file, turns.get(i), "turns[" + i + "]", words, builder);
    }
    file.throwIfWrong();
    return new TurnedPhrases(builder.build());
  }

  private static void add(
      PhraseFile file,
      Node node,
      String key,
      Map<String, List<String>> words,
      PhraseTrie.Builder builder) {
    Map<String, Node> keys = file.mapping(node, key, Set.of("says", "phrases"), Set.of());
    String says = file.text(keys.get("says"), PhraseFile.path(key, "says"));
    Integer direction = DIRECTIONS.get(says);
    if (direction == null) {
      file.problem(node, PhraseFile.path(key, "says"), "must be positive, negative or nothing");
      return;
    }
    for (String phrase : file.texts(keys.get("phrases"), PhraseFile.path(key, "phrases"))) {
      for (String written : expand(phrase, words)) {
        String wrong = builder.add(written, direction);
        if (wrong != null) {
          file.problem(node, PhraseFile.path(key, "phrases"), "\"" + phrase + "\": " + wrong);
          break;
        }
      }
    }
  }

  private static List<String> expand(String phrase, Map<String, List<String>> words) {
    List<String> written = List.of("");
    StringTokenizer pieces = new StringTokenizer(phrase, " ");
    while (pieces.hasMoreTokens()) {
      String piece = pieces.nextToken();
      boolean isOptional = piece.startsWith("(") && piece.endsWith(")");
      String word = isOptional ? piece.substring(1, piece.length() - 1) : piece;
      List<String> longer = new ArrayList<>(isOptional ? written : List.of());
      for (String choice : words.getOrDefault(word, List.of(word))) {
        for (String before : written) {
          longer.add(before.isEmpty() ? choice : before + " " + choice);
        }
      }
      written = longer;
    }
    return written;
  }

  PhraseTrie trie() {
    return trie;
  }
}
