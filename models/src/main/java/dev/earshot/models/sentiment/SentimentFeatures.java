package dev.earshot.models.sentiment;

import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.Normalisation;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sentiment model sees of a text: hashed binary features.
 *
 * <ul>
 *   <li>word 1- to 3-grams, single words marked within five words after a negation;
 *   <li>character 3- to 5-grams inside words and hashtags, edges marked;
 *   <li>emoji, emoticons, punctuation runs; handles, addresses and numbers as one symbol each;
 *   <li>how many words are elongated or in capitals, how many exclamation and question marks;
 *   <li>sums of lexicon valences with negation, boosters and capitals (Hutto and Gilbert, ICWSM
 *       2014), in steps: a feature for each step that the sum reaches.
 * </ul>
 *
 * <p>At most {@value FeatureSet#LIMIT} distinct features, from the start of the text. Allocates
 * nothing per call. Not safe for several threads.
 */
public final class SentimentFeatures {
  private static final int LONGEST_WORD = 48;
  private static final int NEGATION_SCOPE = 5;
  private static final HashedWords NEGATIONS =
      HashedWords.of(
          "not no never none nobody nothing nowhere neither nor cannot cant can't dont don't didnt"
              + " didn't doesnt doesn't isnt isn't arent aren't aint ain't wasnt wasn't werent weren't"
              + " wont won't wouldnt wouldn't couldnt couldn't shouldnt shouldn't havent haven't hasnt"
              + " hasn't hadnt hadn't without hardly barely scarcely rarely seldom lack lacks lacking");

  private static final long WORD = 1;
  private static final long NEGATED = 2;
  private static final long PAIR = 3;
  private static final long TRIPLE = 4;
  private static final long CHARACTERS = 5;

  private static final long HANDLE = Hashing.of("<handle>");
  private static final long ADDRESS = Hashing.of("<address>");
  private static final long NUMBER = Hashing.of("<number>");
  private static final long EDGE = Hashing.of("<edge>");
  private static final long MASKED_ADDRESS = Hashing.of("http");

  private final FeatureSet features = new FeatureSet();
  private final WordTrace trace = new WordTrace();
  private final ValenceLexicon lexicon;
  private final LexiconSums sums;
  private final SurfaceCounts surface = new SurfaceCounts();
  private final char[] word = new char[LONGEST_WORD];
  private int length;

  /** Features that use the given lexicon. */
  public SentimentFeatures(ValenceLexicon lexicon) {
    this.lexicon = lexicon;
    sums = new LexiconSums(lexicon);
  }

  /** The features of which a lexicon alone decides, in any language. */
  public static Set<Long> ofLexicons() {
    return LexiconSums.all();
  }

  /** Extracts the features of all tokens. */
  public void extract(Tokens tokens) {
    extract(tokens, TokenRange.all(tokens));
  }

  /** Extracts the features of a range; the names of its targets count as handles. */
  void extract(Tokens tokens, TokenRange range) {
    extract(tokens, range, null);
  }

  /** Extracts the features of a range without the words of its turned phrases. */
  void extract(Tokens tokens, TokenRange range, @Nullable Turns turns) {
    features.clear();
    trace.clear();
    sums.clear();
    surface.clear();
    long previous = EDGE;
    long beforePrevious = EDGE;
    int negation = 0;
    for (int i = range.from(); i < range.to() && !features.isFull(); i++) {
      int end = turns == null ? i : turns.endAt(i, range);
      if (end > i) {
        i = end - 1;
        continue;
      }
      TokenType type = range.isTarget(tokens, i) ? TokenType.HANDLE : tokens.type(i);
      long hash = hash(tokens, i, type);
      if (hash == MASKED_ADDRESS) {
        type = TokenType.URL;
        hash = ADDRESS;
      }
      surface.add(tokens, i, type, length);
      trace(tokens, i, type, hash, negation > 0);
      features.add(Hashing.combine(WORD, hash));
      features.add(Hashing.combine(PAIR, Hashing.combine(previous, hash)));
      if (beforePrevious != EDGE) {
        long pair = Hashing.combine(beforePrevious, previous);
        features.add(Hashing.combine(TRIPLE, Hashing.combine(pair, hash)));
      }
      if (type == TokenType.WORD || type == TokenType.HASHTAG) {
        addCharacters(type == TokenType.HASHTAG ? 1 : 0);
      }
      if (negation > 0 && type == TokenType.WORD) {
        features.add(Hashing.combine(NEGATED, hash));
      }
      sums.add(hash, negation > 0, surface.isLastCapitals());
      negation = negation(type, hash, negation);
      beforePrevious = previous;
      previous = hash;
    }
    features.add(Hashing.combine(PAIR, Hashing.combine(previous, EDGE)));
    sums.addTo(features);
    surface.addTo(features);
  }

  /** The number of distinct features of the last text. */
  public int size() {
    return features.size();
  }

  /** The hash of feature {@code i} of the last text. */
  public long get(int i) {
    return features.get(i);
  }

  /** The last text's first words, valid until the next call. */
  public WordTrace trace() {
    return trace;
  }

  private void trace(Tokens tokens, int i, TokenType type, long hash, boolean isNegated) {
    boolean isHashtag = type == TokenType.HASHTAG;
    long wordHash = isHashtag ? Hashing.of(word, 1, length) : hash;
    trace.add(
        wordHash,
        lexicon.tenths(wordHash),
        isNegated,
        surface.isLastCapitals(),
        type == TokenType.WORD && length < tokens.end(i) - tokens.start(i),
        isHashtag);
  }

  /** Sets {@link #word} and {@link #length} for all tokens that are not one symbol. */
  private long hash(Tokens tokens, int i, TokenType type) {
    length = 0;
    return switch (type) {
      case HANDLE -> HANDLE;
      case URL, EMAIL -> ADDRESS;
      case NUMBER -> NUMBER;
      case WORD, HASHTAG, EMOJI, EMOTICON, PUNCTUATION -> {
        int end = Math.min(tokens.end(i), tokens.start(i) + LONGEST_WORD);
        length = Normalisation.normalise(tokens.text(), tokens.start(i), end, type, word);
        yield Hashing.of(word, length);
      }
    };
  }

  private int negation(TokenType type, long hash, int negation) {
    if (NEGATIONS.contains(hash)) {
      return NEGATION_SCOPE;
    }
    boolean ends = type == TokenType.PUNCTUATION && ".,!?;:()…".indexOf(word[0]) >= 0;
    return ends || negation == 0 ? 0 : negation - 1;
  }

  private void addCharacters(int from) {
    for (int start = from - 1; start < length - 1; start++) {
      long hash = Hashing.append(Hashing.START, start < from ? '\u0002' : word[start]);
      for (int i = start + 1; i <= Math.min(start + 4, length); i++) {
        hash = Hashing.append(hash, i == length ? '\u0003' : word[i]);
        if (i >= start + 2) {
          features.add(Hashing.combine(CHARACTERS, hash));
        }
      }
    }
  }
}
