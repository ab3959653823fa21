package dev.earshot.models.topics;

import dev.earshot.models.phrases.PhraseListener;
import dev.earshot.models.phrases.PhraseTrie;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.text.Tokens;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
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
        taxonomy.topics().stream().filter(topic -> topic.phrases().containsKey(language)).toList();
    PhraseTrie.Builder phrases = new PhraseTrie.Builder();
    PhraseTrie.Builder exclusions = new PhraseTrie.Builder();
    for (int i = 0; i < topics.size(); i++) {
      addAll(phrases, topics.get(i).phrases().getOrDefault(language, List.of()), 2 * i);
      addAll(phrases, topics.get(i).hints().getOrDefault(language, List.of()), 2 * i + 1);
      addAll(exclusions, topics.get(i).exclusions().getOrDefault(language, List.of()), i);
    }
    List<String> ids = topics.stream().map(Topic::id).toList();
    return new TopicMatcher(language.equals("en"), ids, phrases.build(), exclusions.build());
  }

  /** Ids of the topics that occur, sorted. */
  public List<String> topicsOf(Tokens tokens) {
    return topicsOf(forms(tokens));
  }

  /** Ids of the topics that occur, sorted. */
  public List<String> topicsOf(TokenForms forms) {
    Found found = find(forms);
    if (found == null) {
      return List.of();
    }
    return IntStream.range(0, ids.size())
        .filter(topic -> found.isThere[topic])
        .mapToObj(ids::get)
        .sorted()
        .toList();
  }

  /**
   * Id of the one topic that a text is about most: the one whose phrases cover the most words,
   * hints counted half; of several, the first of the taxonomy. Null where there is nothing of any
   * candidate.
   */
  public @Nullable String mainTopicOf(Tokens tokens, Collection<String> candidates) {
    Found found = find(forms(tokens));
    String main = null;
    int most = 0;
    for (int topic = 0; found != null && topic < ids.size(); topic++) {
      if (found.halfWords[topic] > most && candidates.contains(ids.get(topic))) {
        most = found.halfWords[topic];
        main = ids.get(topic);
      }
    }
    return main;
  }

  private TokenForms forms(Tokens tokens) {
    TokenForms forms = FORMS.get();
    forms.read(tokens, english);
    return forms;
  }

  private @Nullable Found find(TokenForms forms) {
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
    return found;
  }

  private static void addAll(PhraseTrie.Builder trie, List<String> phrases, int payload) {
    for (String phrase : phrases) {
      String problem = trie.add(phrase, payload);
      if (problem != null) {
        throw new IllegalArgumentException(phrase + ": " + problem);
      }
      trie.addJoined(phrase, payload);
    }
  }

  /**
   * What one text has. Exclusions come in the order of their start, before the phrases of the same
   * start.
   */
  private static final class Found implements PhraseListener {
    private final boolean[] isThere;
    private final int[] halfWords;
    private final int[] coveredUntil;
    private final int[] excludedUntil;
    private final PhraseListener exclusion;

    Found(int count) {
      isThere = new boolean[count];
      halfWords = new int[count];
      coveredUntil = new int[2 * count];
      int[] until = new int[count];
      excludedUntil = until;
      exclusion = (topic, start, end) -> until[topic] = Math.max(until[topic], end);
    }

    @Override
    public void found(int payload, int start, int end) {
      int topic = payload >> 1;
      if (end > excludedUntil[topic]) {
        boolean isHint = (payload & 1) == 1;
        int words = Math.max(0, end - Math.max(start, coveredUntil[payload]));
        coveredUntil[payload] = Math.max(coveredUntil[payload], end);
        halfWords[topic] += isHint ? words : 2 * words;
        isThere[topic] |= !isHint;
      }
    }
  }
}
