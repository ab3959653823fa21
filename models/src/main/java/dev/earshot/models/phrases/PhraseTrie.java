package dev.earshot.models.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Phrases as a trie over token hashes: one lookup for each form of a token finds whether any phrase
 * begins there, however many phrases there are. Immutable.
 */
public final class PhraseTrie {
  private static final int ROOT = 0;
  private static final long ANY = TokenForms.hash("<any>");

  private final long[] keys;
  private final int[] children;
  private final int[][] payloads;
  private final boolean[] anyFollows;

  /** A bit for each first word, small enough to stay in the cache; a set bit proves nothing. */
  private final long[] firstWords;

  private PhraseTrie(Builder builder) {
    keys = builder.keys;
    children = builder.children;
    payloads = new int[builder.payloads.size()][];
    anyFollows = new boolean[payloads.length];
    for (int node = 0; node < payloads.length; node++) {
      payloads[node] = builder.payloads.get(node).stream().mapToInt(Integer::intValue).toArray();
      anyFollows[node] = child(keys, children, node, ANY) > 0;
    }
    firstWords = new long[Math.max(1, Integer.highestOneBit(builder.firstWords.size()) / 2)];
    for (long form : builder.firstWords) {
      firstWords[(int) (form >>> 6) & (firstWords.length - 1)] |= 1L << form;
    }
  }

  /** Whether a phrase's first word is token {@code i}. */
  public boolean mayStartAt(TokenForms forms, int i) {
    for (int slot = 0; slot < TokenForms.slots(); slot++) {
      long form = forms.form(i, slot);
      if (form != 0 && isFirstWord(form) && child(keys, children, ROOT, form) > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isFirstWord(long form) {
    return (firstWords[(int) (form >>> 6) & (firstWords.length - 1)] >>> form & 1) != 0;
  }

  /** Tells of every phrase that starts at token {@code start}; shorter ones first. */
  public void findAt(TokenForms forms, int start, PhraseListener listener) {
    walk(ROOT, forms, start, start, listener);
  }

  private void walk(int node, TokenForms forms, int start, int i, PhraseListener listener) {
    if (i == forms.size()) {
      return;
    }
    for (int slot = 0; slot < TokenForms.slots(); slot++) {
      long form = forms.form(i, slot);
      if (form != 0) {
        int next = child(keys, children, node, form);
        if (next > 0) {
          enter(next, forms, start, i + 1, listener);
        }
      }
    }
    if (anyFollows[node]) {
      enter(child(keys, children, node, ANY), forms, start, i + 1, listener);
    }
  }

  private void enter(int node, TokenForms forms, int start, int end, PhraseListener listener) {
    for (int payload : payloads[node]) {
      listener.found(payload, start, end);
    }
    walk(node, forms, start, end, listener);
  }

  private static int child(long[] keys, int[] children, int node, long form) {
    long key = key(node, form);
    int mask = keys.length - 1;
    int at = (int) key & mask;
    while (keys[at] != 0) {
      if (keys[at] == key) {
        return children[at];
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  private static long key(int node, long form) {
    long key = form + node * 0x9e3779b97f4a7c15L;
    key ^= key >>> 31;
    key *= 0x94d049bb133111ebL;
    key ^= key >>> 30;
    return key == 0 ? 1 : key;
  }

  /** Collects phrases. */
  public static final class Builder {
    private final PhraseWords words = new PhraseWords();
    private final List<List<Integer>> payloads = new ArrayList<>();
    private final Set<Long> firstWords = new HashSet<>();
    private long[] keys = new long[1024];
    private int[] children = new int[1024];
    private int edges;

    /** A trie without phrases. */
    public Builder() {
      payloads.add(new ArrayList<>());
    }

    /**
     * Adds a phrase: words in their base form, parted by blanks; {@code <any>} stands for one token
     * whatever it is, {@code <url>}, {@code <number>}, {@code <handle>}, {@code <email>} and {@code
     * <emoji>} for one of that kind.
     *
     * @return what is wrong with the phrase, or null where it was added
     */
    public @Nullable String add(String phrase, int payload) {
      List<Long> path = new ArrayList<>();
      String problem = words.read(phrase, path);
      if (problem == null) {
        firstWords.add(path.get(0));
        int node = ROOT;
        for (long form : path) {
          node = childOrNew(node, form);
        }
        payloads.get(node).add(payload);
      }
      return problem;
    }

    /** Adds the phrase's words written together and with hyphens; nothing for a single word. */
    public void addJoined(String phrase, int payload) {
      if (phrase.indexOf(' ') > 0 && phrase.indexOf('<') < 0) {
        add(phrase.replace(" ", ""), payload);
        add(phrase.replace(' ', '-'), payload);
      }
    }

    /** The trie of what was added; the builder is of no use afterwards. */
    public PhraseTrie build() {
      return new PhraseTrie(this);
    }

    private int childOrNew(int node, long form) {
      int known = child(keys, children, node, form);
      if (known > 0) {
        return known;
      }
      if (2 * (edges + 1) > keys.length) {
        grow();
      }
      payloads.add(new ArrayList<>());
      insert(key(node, form), payloads.size() - 1);
      edges++;
      return payloads.size() - 1;
    }

    private void insert(long key, int child) {
      int at = (int) key & (keys.length - 1);
      while (keys[at] != 0) {
        at = (at + 1) & (keys.length - 1);
      }
      keys[at] = key;
      children[at] = child;
    }

    private void grow() {
      long[] oldKeys = keys;
      int[] oldChildren = Arrays.copyOf(children, children.length);
      keys = new long[2 * oldKeys.length];
      children = new int[2 * oldKeys.length];
      for (int at = 0; at < oldKeys.length; at++) {
        if (oldKeys[at] != 0) {
          insert(oldKeys[at], oldChildren[at]);
        }
      }
    }
  }
}
