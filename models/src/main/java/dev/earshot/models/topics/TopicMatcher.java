package dev.earshot.models.topics;

import dev.earshot.models.phrases.PhraseListener;
import dev.earshot.models.phrases.PhraseTrie;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a taxonomy's topics in tokens, in one pass whose cost does not depend on the number of
 * phrases. Nothing is allocated for a text without a topic. Immutable; safe for several threads.
 */
public final class TopicMatcher {
  private static final ThreadLocal<TokenForms> FORMS = ThreadLocal.withInitial(TokenForms::new);

  private final boolean english;
  private final List<String> ids;
  private final PhraseTrie phrases;
  private final PhraseTrie exclusions;

  private TopicMatcher(
      boolean english, List<String> ids, PhraseTrie phrases, PhraseTrie exclusions) {
    this.english = english;
    this.ids = ids;
    this.phrases = phrases;
    this.exclusions = exclusions;
  }

  /**
   * A matcher of a taxonomy's phrases in one language.
   *
   * @param language ISO 639-1 code
   */
  public static TopicMatcher of(Taxonomy taxonomy, String language) {
    List<Topic> topics =
        taxonomy.topics().stream()
            .filter(topic -> topic.phrases().containsKey(language))
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    PhraseTrie.Builder phrases = new PhraseTrie.Builder();
    PhraseTrie.Builder exclusions = new PhraseTrie.Builder();
    for (int i = 0; i < topics.size(); i++) {
      addAll(phrases, topics.get(i).phrases().getOrDefault(language, List.of()), i);
      addAll(exclusions, topics.get(i).exclusions().getOrDefault(language, List.of()), i);
    }
    List<String> ids = topics.stream().map(Topic::id).toList();
    return new TopicMatcher(language.equals("en"), ids, phrases.build(), exclusions.build());
  }

  /** Ids of the topics that occur, sorted. */
  public List<String> topicsOf(Tokens tokens) {
    TokenForms forms = FORMS.get();
    forms.read(tokens, english);
    return topicsOf(forms);
  }

  /** Ids of the topics that occur, sorted. */
  public List<String> topicsOf(TokenForms forms) {
    Found found = null;
    for (int i = 0; i < forms.size(); i++) {
      boolean mayExclude = exclusions.mayStartAt(forms, i);
      if (mayExclude || phrases.mayStartAt(forms, i)) {
        found = found == null ? new Found(ids.size()) : found;
        if (mayExclude) {
          exclusions.findAt(forms, i, found.exclusion);
        }
        phrases.findAt(forms, i, found);
      }
    }
    return names(found);
  }

  private List<String> names(@Nullable Found found) {
    if (found == null || found.topics.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>(found.topics.cardinality());
    for (int i = found.topics.nextSetBit(0); i >= 0; i = found.topics.nextSetBit(i + 1)) {
      names.add(ids.get(i));
    }
    return List.copyOf(names);
  }

  private static void addAll(PhraseTrie.Builder trie, List<String> phrases, int topic) {
    for (String phrase : phrases) {
      String problem = trie.add(phrase, topic);
      if (problem != null) {
        throw new IllegalArgumentException(phrase + ": " + problem);
      }
      trie.addJoined(phrase, topic);
    }
  }

  /** Exclusions come in the order of their start, before the phrases of the same start. */
  private static final class Found implements PhraseListener {
    private final BitSet topics;
    private final int[] excludedUntil;
    private final PhraseListener exclusion;

    Found(int count) {
      topics = new BitSet(count);
      int[] until = new int[count];
      excludedUntil = until;
      exclusion = (topic, start, end) -> until[topic] = Math.max(until[topic], end);
    }

    @Override
    public void found(int topic, int start, int end) {
      if (end > excludedUntil[topic]) {
        topics.set(topic);
      }
    }
  }
}
