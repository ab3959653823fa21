package dev.earshot.models.topics;

import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.Normalisation;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Key phrase extractor for one text: hashtags, runs of content words between function words and
 * punctuation (the candidates of RAKE: S. Rose, D. Engel, N. Cramer, W. Cowley, "Automatic keyword
 * extraction from individual documents", in Text Mining, 2010), and single capitalised words within
 * a sentence, which are mostly names. Nothing is scored within the text: posts are short, and what
 * matters is counted over authors.
 *
 * <p>A run of two or three words is a phrase; of a longer one each neighbouring pair is. Handles,
 * addresses, numbers, emoji and words with digits end a run. Other languages than English give
 * hashtags only. What only says when, such as {@code monday morning}, is no phrase. Linear time;
 * reused from text to text; not safe for several threads.
 */
public final class KeyPhrases {
  /** The most phrases of one text, from its start. */
  public static final int MOST = 6;

  private static final int LONGEST_WORD = 30;
  private static final int LONGEST_RUN = 3;
  private static final HashedWords FUNCTION_WORDS =
      HashedWords.of(
          "a about above actually after again against ago all almost already also although always am"
              + " an and another any anybody anymore anyone anything anyway are aren't around as ask"
              + " asked at away back bad be because been before being below best better between big"
              + " both but by call called came can can't cannot cant come comes coming could couldn't"
              + " couldnt day days did didn't didnt do does doesn't doesnt doing don't done dont down"
              + " during each either else enough even ever every everyone everything far few find"
              + " first for found from full further gave get gets getting give given gives giving go"
              + " goes going gone gonna good got gotta great guess guy guys had hadn't hadnt happen"
              + " happened has hasn't hasnt hate have haven't havent having he he'd he'll he's hello"
              + " help her here here's hers herself hey hi him himself his hope hour hours how how's"
              + " however i i'd i'll i'm i've id if ill im in into is isn't isnt it it'd it'll it's"
              + " its itself ive just keep keeps kind knew know known last later least left less let"
              + " let's like likely little lol long look looking looks lot lots love made make makes"
              + " making many may maybe me mean means might mine minute minutes month months more most"
              + " much must my myself need needed needs never new next nice no nobody none nor not"
              + " nothing now of off oh ok okay old on once one ones only or other others our ours"
              + " ourselves out over own people per please pls probably put quite rather read really"
              + " right rt said same saw say saying says see seem seems seen several shall she she'd"
              + " she'll she's should shouldn't since so some somebody someone something sometimes"
              + " somewhere soon sorry still stop such sure take taken takes taking tell than thank"
              + " thanks that that'll that's thats the their theirs them themselves then there there's"
              + " theres these they they'd they'll they're they've theyre thing things think this"
              + " those though thought through til till time times to today told tomorrow tonight too"
              + " took tried try trying twice two u under until up upon ur us use used using very via"
              + " wait waiting wanna want wanted wants was wasn't wasnt way we we'd we'll we're we've"
              + " week weeks well went were weren't werent what what's whatever when where whether"
              + " which while who who's whole whose why will with within without won't wont work"
              + " worked working works worse worst would wouldn't wouldnt wow wtf yeah year years yes"
              + " yesterday yet you you'd you'll you're you've your youre yours yourself");

  private final char[] word = new char[LONGEST_WORD];
  private final List<String> run = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  /**
   * The distinct phrases of a text, in lower case, in the order in which they end; hashtags begin
   * with {@code #}.
   *
   * @param isEnglish whether words are looked at
   */
  public List<String> of(Tokens tokens, boolean isEnglish) {
    run.clear();
    found.clear();
    boolean startsSentence = true;
    boolean isName = false;
    for (int i = 0; i < tokens.size() && found.size() < MOST; i++) {
      TokenType type = tokens.type(i);
      int length = length(tokens, i, type);
      boolean isContent = isEnglish && type == TokenType.WORD && isContent(length);
      if (!isContent) {
        endRun(isName);
        isName = false;
      }
      if (type == TokenType.HASHTAG && length > 1) {
        add(new String(word, 0, length));
      } else if (isContent) {
        isName = run.isEmpty() && !startsSentence && isCapitalised(tokens, i);
        run.add(new String(word, 0, length));
      }
      startsSentence = type == TokenType.PUNCTUATION && endsSentence(tokens, i);
    }
    endRun(isName);
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST)));
  }

  /** Writes the token to {@link #word}; 0 for what is too long or no word. */
  private int length(Tokens tokens, int i, TokenType type) {
    boolean isWord = type == TokenType.WORD || type == TokenType.HASHTAG;
    return isWord && tokens.end(i) - tokens.start(i) <= LONGEST_WORD
        ? Normalisation.normalise(tokens, i, word)
        : 0;
  }

  private boolean isContent(int length) {
    if (length < 3) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      boolean isLetter = Character.isLetter(word[i]) || word[i] == '-' || word[i] == '\'';
      if (!isLetter) {
        return false;
      }
    }
    return !FUNCTION_WORDS.contains(Hashing.of(word, length));
  }

  private static boolean isCapitalised(Tokens tokens, int i) {
    return Character.isUpperCase(tokens.text().charAt(tokens.start(i)));
  }

  private static boolean endsSentence(Tokens tokens, int i) {
    char c = tokens.text().charAt(tokens.start(i));
    return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == ':';
  }

  private void endRun(boolean isName) {
    int size = run.size();
    if (size == 1 && isName) {
      add(run.get(0));
    } else if (size > 1 && size <= LONGEST_RUN) {
      add(String.join(" ", run));
    } else {
      for (int i = 0; i + 1 < size; i++) {
        add(run.get(i) + ' ' + run.get(i + 1));
      }
    }
    run.clear();
  }

  private void add(String phrase) {
    if (!found.contains(phrase) && !CalendarWords.areAllOf(phrase)) {
      found.add(phrase);
    }
  }
}
