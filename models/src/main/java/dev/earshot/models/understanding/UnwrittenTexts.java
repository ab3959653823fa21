package dev.earshot.models.understanding;

import dev.earshot.models.phrases.PhraseFile;
import dev.earshot.models.text.TextPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Texts of messages that nobody wrote: what platforms put among messages (reactions, calls,
 * notices), and the default texts of automatic replies. Immutable.
 */
public final class UnwrittenTexts {
  private static final String SHIPPED = "/dev/earshot/artifacts/messages/texts.yaml";

  private final Map<String, List<TextPattern>> notices = new HashMap<>();
  private final Map<String, List<TextPattern>> automatic = new HashMap<>();

  private UnwrittenTexts() {}

  /** The texts that are shipped with Earshot. */
  public static UnwrittenTexts shipped() {
    UnwrittenTexts texts = new UnwrittenTexts();
    PhraseFile file = PhraseFile.named("texts.yaml");
    Map<String, Node> keys =
        file.mapping(
            file.parse(PhraseFile.shipped(SHIPPED)), "", Set.of("notices", "automatic"), Set.of());
    read(file, keys, "notices", texts.notices);
    read(file, keys, "automatic", texts.automatic);
    file.throwIfWrong();
    return texts;
  }

  private static void read(
      PhraseFile file, Map<String, Node> keys, String key, Map<String, List<TextPattern>> to) {
    for (Node node : file.list(keys.get(key), key)) {
      Map<String, Node> group = file.mapping(node, key, Set.of("networks", "texts"), Set.of());
      List<TextPattern> patterns = new ArrayList<>();
      for (Node text : file.list(group.get("texts"), key + ".texts")) {
        patterns.add(TextPattern.of(file.text(text, key + ".texts")));
      }
      for (Node network : file.list(group.get("networks"), key + ".networks")) {
        to.computeIfAbsent(file.text(network, key + ".networks"), name -> new ArrayList<>())
            .addAll(patterns);
      }
    }
  }

  /**
   * Whether a text is no message at all.
   *
   * @param folded what {@link TextPattern#folded} gives for the text
   */
  public boolean isNotice(String network, String folded) {
    return isOneOf(notices, network, folded);
  }

  /**
   * Whether a text is one that platforms propose for automatic replies.
   *
   * @param folded what {@link TextPattern#folded} gives for the text
   */
  public boolean isAutomatic(String network, String folded) {
    return isOneOf(automatic, network, folded);
  }

  private static boolean isOneOf(
      Map<String, List<TextPattern>> patterns, String network, String folded) {
    return !folded.isEmpty()
        && patterns.getOrDefault(network, List.of()).stream().anyMatch(p -> p.matches(folded));
  }
}
