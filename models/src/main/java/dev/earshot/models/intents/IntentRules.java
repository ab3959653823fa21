package dev.earshot.models.intents;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.phrases.PhraseFile;
import dev.earshot.models.phrases.PhraseTrie;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.text.Tokens;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a writer wants, by rules that a YAML file declares: phrases with what must stand beside
 * them, negation, the place in the sentence and question marks. Several intents may hold. One pass
 * over the tokens; immutable; safe for several threads.
 *
 * <p>Phrases are written in the base form, see {@link TokenForms}.
 */
public final class IntentRules {
  private static final String ENGLISH = "/dev/earshot/artifacts/intents/en.yaml";
  private static final ThreadLocal<TokenForms> FORMS = ThreadLocal.withInitial(TokenForms::new);

  private final CompiledRules rules;
  private final List<IntentExamples> examples;

  private IntentRules(CompiledRules rules, List<IntentExamples> examples) {
    this.rules = rules;
    this.examples = examples;
  }

  /** The rules for English that are shipped with Earshot. */
  public static IntentRules english() {
    return parse("en.yaml", PhraseFile.shipped(ENGLISH));
  }

  /**
   * Reads rules for English.
   *
   * @param name of the file, for messages
   * @throws InvalidPhraseFileException with all mistakes at once
   */
  public static IntentRules parse(String name, String yaml) {
    IntentRuleFile file = IntentRuleFile.parse(name, yaml);
    return new IntentRules(CompiledRules.of(file), file.examples());
  }

  /** The texts that the file declares as its own tests. */
  public List<IntentExamples> examples() {
    return examples;
  }

  /** The intents of a text. */
  public Set<Intent> intentsOf(Tokens tokens) {
    TokenForms forms = FORMS.get();
    forms.read(tokens, true);
    return intentsOf(forms);
  }

  /** The intents of a text. */
  public Set<Intent> intentsOf(TokenForms forms) {
    return new RuleScan(rules, forms).intents();
  }

  /**
   * The rules behind one trie. A payload is {@code ordinal << 16 | rule << 3 | role}.
   *
   * @param unconditional rules without phrases, which every sentence is tested for
   */
  record CompiledRules(PhraseTrie trie, List<IntentRule> rules, List<Integer> unconditional) {
    static final int PHRASE = 0;
    static final int WITH = 1;
    static final int WITHOUT = 2;
    static final int NEGATOR = 3;
    static final int LEAD_IN = 4;

    static CompiledRules of(IntentRuleFile file) {
      PhraseTrie.Builder trie = new PhraseTrie.Builder();
      List<IntentRule> rules = file.rules();
      for (int i = 0; i < rules.size(); i++) {
        add(trie, rules.get(i).phrases(), i, PHRASE);
        add(trie, rules.get(i).with(), i, WITH);
        add(trie, rules.get(i).without(), i, WITHOUT);
      }
      add(trie, file.negators(), 0, NEGATOR);
      add(trie, file.leadIns(), 0, LEAD_IN);
      List<Integer> unconditional =
          IntStream.range(0, rules.size())
              .filter(i -> rules.get(i).phrases().isEmpty())
              .boxed()
              .toList();
      return new CompiledRules(trie.build(), rules, unconditional);
    }

    boolean isWholeText(int rule) {
      return rules.get(rule).atLeast() > 1;
    }

    static int role(int payload) {
      return payload & 7;
    }

    static int rule(int payload) {
      return (payload >> 3) & 0x1fff;
    }

    static int ordinal(int payload) {
      return payload >> 16;
    }

    private static void add(PhraseTrie.Builder trie, List<String> phrases, int rule, int role) {
      for (int ordinal = 0; ordinal < phrases.size(); ordinal++) {
        String problem = trie.add(phrases.get(ordinal), ordinal << 16 | rule << 3 | role);
        if (problem != null) {
          throw new IllegalArgumentException(phrases.get(ordinal) + ": " + problem);
        }
      }
    }
  }
}
