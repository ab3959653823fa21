package dev.earshot.models.evaluation;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.phrases.PhraseFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The words that labelled sets use, by task, read from YAML. A task has one or more schemes, since
 * the same word may mean different things: 0 is neutral beside -1 and 1, and negative beside 1 and
 * 2.
 *
 * <pre>{@code
 * sentiment:
 *   - negative: [neg, "-1"]
 *     neutral: [neu, "0"]
 *     positive: [pos, "1"]
 *     left_out: [irrelevant]
 * }</pre>
 */
public final class LabelWords {
  private static final String SHIPPED = "/dev/earshot/artifacts/labels/labels.yaml";
  private static final String YES_OR_NO = "yes_or_no";
  private static final Set<String> TASKS =
      Set.of("sentiment", "topic", "intent", "language", "account", YES_OR_NO);

  private final Map<String, List<LabelScheme>> schemes;

  private LabelWords(Map<String, List<LabelScheme>> schemes) {
    this.schemes = schemes;
  }

  /** The table that is shipped with Earshot. */
  public static LabelWords shipped() {
    return parse("labels.yaml", PhraseFile.shipped(SHIPPED));
  }

  /**
   * Reads a table.
   *
   * @param name of the file, for messages
   * @throws InvalidPhraseFileException with all mistakes at once
   */
  public static LabelWords parse(String name, String yaml) {
    PhraseFile file = PhraseFile.named(name);
    Map<String, List<LabelScheme>> schemes = new HashMap<>();
    file.mapping(file.parse(yaml), "", Set.of(), TASKS)
        .forEach((task, node) -> schemes.put(task, schemes(file, node, task)));
    file.throwIfWrong();
    return new LabelWords(schemes);
  }

  private static List<LabelScheme> schemes(PhraseFile file, Node node, String task) {
    List<LabelScheme> schemes = new ArrayList<>();
    List<Node> nodes = file.list(node, task);
    for (int i = 0; i < nodes.size(); i++) {
      String key = task + "[" + i + "]";
      Map<String, String> labels = new HashMap<>();
      file.entries(nodes.get(i), key)
          .forEach(
              (label, words) -> {
                for (String word : file.texts(words, PhraseFile.path(key, label))) {
                  String known = labels.put(LabelScheme.normalised(word), label);
                  if (known != null && !known.equals(label)) {
                    file.problem(
                        words, PhraseFile.path(key, label), word + " is " + known + " too");
                  }
                }
              });
      schemes.add(new LabelScheme(Map.copyOf(labels)));
    }
    return schemes;
  }

  /**
   * The scheme for a file: the one that knows the most of its words; of several, the one with the
   * fewest words, which is the one made for such a file. The task's own labels are always known.
   *
   * @param words the different labels of the file
   * @param labels the task's own labels
   */
  public LabelScheme choose(
      EvaluationTask task, Collection<String> words, Collection<String> labels) {
    List<LabelScheme> candidates = schemes.getOrDefault(task.labelKey(), List.of());
    return best(candidates, words, labels);
  }

  /** The scheme of a file that says yes or no to {@code label}. */
  public LabelScheme chooseYesOrNo(Collection<String> words, String label) {
    LabelScheme scheme = best(schemes.getOrDefault(YES_OR_NO, List.of()), words, List.of());
    Map<String, String> labels = new HashMap<>();
    scheme
        .labels()
        .forEach(
            (word, answer) ->
                labels.put(
                    word,
                    switch (answer) {
                      case "yes" -> label;
                      case "no" -> LabelScheme.NONE;
                      default -> LabelScheme.LEFT_OUT;
                    }));
    return new LabelScheme(labels);
  }

  private static LabelScheme best(
      List<LabelScheme> candidates, Collection<String> words, Collection<String> labels) {
    LabelScheme best = new LabelScheme(Map.of());
    long mostKnown = -1;
    int fewestWords = Integer.MAX_VALUE;
    for (LabelScheme candidate : candidates.isEmpty() ? List.of(best) : candidates) {
      LabelScheme scheme = withOwn(candidate, labels);
      long known = words.stream().filter(word -> scheme.labelOf(word) != null).count();
      int size = candidate.labels().size();
      if (known > mostKnown || (known == mostKnown && size < fewestWords)) {
        best = scheme;
        mostKnown = known;
        fewestWords = size;
      }
    }
    return best;
  }

  private static LabelScheme withOwn(LabelScheme scheme, Collection<String> labels) {
    Map<String, String> all = new HashMap<>();
    labels.forEach(label -> all.put(LabelScheme.normalised(label), label));
    all.putAll(scheme.labels());
    return new LabelScheme(all);
  }
}
