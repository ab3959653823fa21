package dev.earshot.models.intents;

import static dev.earshot.models.phrases.PhraseFile.path;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.phrases.PhraseFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the rules of one language. */
record IntentRuleFile(
    List<String> negators,
    List<String> leadIns,
    List<IntentRule> rules,
    List<IntentExamples> examples) {

  static IntentRuleFile parse(String name, String yaml) {
    PhraseFile file = PhraseFile.named(name);
    Node root = file.parse(yaml);
    Map<String, Node> keys =
        file.mapping(root, "", Set.of("negators", "lead_ins", "intents"), Set.of());
    List<IntentRule> rules = new ArrayList<>();
    List<IntentExamples> examples = new ArrayList<>();
    List<Node> nodes = file.list(keys.get("intents"), "intents");
    for (int i = 0; i < nodes.size(); i++) {
      readIntent(file, nodes.get(i), "intents[" + i + "]", rules, examples);
    }
    List<String> negators = file.phrases(keys.get("negators"), "negators");
    List<String> leadIns = file.phrases(keys.get("lead_ins"), "lead_ins");
    file.throwIfWrong();
    return new IntentRuleFile(negators, leadIns, List.copyOf(rules), List.copyOf(examples));
  }

  private static void readIntent(
      PhraseFile file,
      Node node,
      String key,
      List<IntentRule> rules,
      List<IntentExamples> examples) {
    Map<String, Node> keys =
        file.mapping(node, key, Set.of("intent", "rules", "examples"), Set.of("counter_examples"));
    Intent intent =
        constant(file, keys.get("intent"), path(key, "intent"), Intent.class, Intent.COMPLIMENT);
    examples.add(
        new IntentExamples(
            intent,
            file.texts(keys.get("examples"), path(key, "examples")),
            file.texts(keys.get("counter_examples"), path(key, "counter_examples"))));
    List<Node> nodes = file.list(keys.get("rules"), path(key, "rules"));
    for (int i = 0; i < nodes.size(); i++) {
      rules.add(rule(file, nodes.get(i), path(key, "rules") + "[" + i + "]", intent));
    }
  }

  private static IntentRule rule(PhraseFile file, Node node, String key, Intent intent) {
    Map<String, Node> keys =
        file.mapping(
            node,
            key,
            Set.of(),
            Set.of("phrases", "with", "without", "negation", "place", "mark", "at_least"));
    IntentRule rule =
        new IntentRule(
            intent,
            file.phrases(keys.get("phrases"), path(key, "phrases")),
            file.phrases(keys.get("with"), path(key, "with")),
            file.phrases(keys.get("without"), path(key, "without")),
            constant(
                file,
                keys.get("negation"),
                path(key, "negation"),
                IntentRule.Negation.class,
                IntentRule.Negation.IGNORED),
            constant(
                file,
                keys.get("place"),
                path(key, "place"),
                IntentRule.Place.class,
                IntentRule.Place.ANYWHERE),
            constant(
                file,
                keys.get("mark"),
                path(key, "mark"),
                IntentRule.Mark.class,
                IntentRule.Mark.ANY),
            count(file, keys.get("at_least"), path(key, "at_least")));
    if (rule.phrases().isEmpty() && rule.mark() != IntentRule.Mark.QUESTION) {
      file.problem(node, key, "needs phrases, or mark: question");
    }
    return rule;
  }

  private static <E extends Enum<E>> E constant(
      PhraseFile file, @Nullable Node node, String key, Class<E> type, E otherwise) {
    if (node == null) {
      return otherwise;
    }
    String text = file.text(node, key);
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String code = constant.name().toLowerCase(Locale.ROOT);
      if (code.equals(text)) {
        return constant;
      }
      known.add(code);
    }
    file.problem(node, key, text + " is none of " + String.join(", ", known));
    return otherwise;
  }

  private static int count(PhraseFile file, @Nullable Node node, String key) {
    if (node == null) {
      return 1;
    }
    String text = file.text(node, key);
    if (text.length() == 1 && text.charAt(0) >= '2' && text.charAt(0) <= '9') {
      return text.charAt(0) - '0';
    }
    file.problem(node, key, "must be a number from 2 to 9, not " + text);
    return 1;
  }
}
