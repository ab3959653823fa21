package dev.earshot.models.sentiment;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;

/**
 * Whether a text sets a target above or below something else, in English: "A is better than B", "A
 * &gt; B", "prefer A to B", "A beats B", "switched from A to B", "left A for B".
 *
 * <p>Each pattern looks at a few tokens before or after the target. A negation before the
 * comparative ("not better than") turns it round.
 */
final class Comparison {
  /** What the text says of the target; see {@link #of}. */
  static final int ABOVE = 1;

  static final int BELOW = -1;
  static final int NONE = 0;

  private static final int NEAR = 4;
  private static final int FAR = 8;
  private static final int MOST_DETERMINERS = 2;

  private static final HashedWords BETTER =
      HashedWords.of(
          "better faster cheaper nicer cooler stronger smarter easier superior tastier cleaner"
              + " safer friendlier smoother happier prettier greater");
  private static final HashedWords WORSE =
      HashedWords.of(
          "worse slower uglier weaker inferior dumber crappier shittier harder buggier ruder"
              + " dirtier lamer sadder");
  private static final HashedWords THAN = HashedWords.of("than then over to");
  private static final HashedWords ONLY_THAN = HashedWords.of("than");
  private static final HashedWords PREFER =
      HashedWords.of("prefer prefers preferred preferring choose chose chosen pick picked picking");
  private static final HashedWords PREFERRED_TO = HashedWords.of("over to");
  private static final HashedWords BEATS =
      HashedWords.of(
          "beats beat outperforms outclasses trumps smokes destroys crushes > >> >>> surpasses");
  private static final HashedWords BEATEN = HashedWords.of("< << <<<");
  private static final HashedWords SWITCH =
      HashedWords.of(
          "switch switched switching switches move moved moving change changed changing migrate"
              + " migrated migrating convert converted jump jumped jumping defect defected upgrade"
              + " upgraded upgrading");
  private static final HashedWords LEAVE =
      HashedWords.of(
          "left leave leaving ditch ditched ditching dump dumped dumping drop dropped dropping quit"
              + " quitting abandon abandoned replaced replace replacing traded trade trading swapped");
  private static final HashedWords FROM = HashedWords.of("from");
  private static final HashedWords TO = HashedWords.of("to");
  private static final HashedWords FOR = HashedWords.of("for with");
  private static final HashedWords DETERMINERS =
      HashedWords.of("the a an my our your his her their this that these those old new");
  private static final HashedWords NEGATIONS =
      HashedWords.of(
          "not no never isn't isnt aren't arent wasn't wasnt ain't aint don't dont doesn't doesnt"
              + " won't wont can't cant cannot neither nor hardly no-one nothing");

  private final Tokens tokens;
  private final WordReader words;
  private final int before;
  private final int after;

  private Comparison(Tokens tokens, int first, int after) {
    this.tokens = tokens;
    words = new WordReader(tokens);
    this.after = after;
    int last = first - 1;
    for (int i = 0; i < MOST_DETERMINERS && isWord(last, DETERMINERS); i++) {
      last--;
    }
    before = last;
  }

  /** {@link #ABOVE}, {@link #BELOW} or {@link #NONE}. */
  static int of(Tokens tokens, TextSpan target) {
    int first = TargetClause.firstToken(tokens, target);
    int after = first;
    while (after < tokens.size() && tokens.start(after) < target.end()) {
      after++;
    }
    return new Comparison(tokens, first, after).find();
  }

  private int find() {
    int change = change();
    if (change != NONE) {
      return change;
    }
    int asSecond = asSecond();
    return asSecond == NONE ? asFirst() : asSecond;
  }

  /** Switches and departures. */
  private int change() {
    if (isWord(before, FROM) && last(SWITCH, before, NEAR) >= 0) {
      return BELOW;
    }
    if (isWord(before, LEAVE) && next(FOR, after, NEAR) >= 0) {
      return BELOW;
    }
    int verb = isWord(before, TO) ? last(SWITCH, before, FAR) : -1;
    if (verb < 0) {
      verb = isWord(before, FOR) ? last(LEAVE, before, NEAR) : -1;
    }
    return verb >= 0 && !isNegated(verb) ? ABOVE : NONE;
  }

  /** The target stands behind: "... better than T", "... beats T", "prefer ... over T". */
  private int asSecond() {
    if (isWord(before, ONLY_THAN)) {
      int better = last(BETTER, before, NEAR);
      int worse = last(WORSE, before, NEAR);
      int comparative = Math.max(better, worse);
      if (comparative >= 0) {
        return turned(better > worse ? BELOW : ABOVE, comparative);
      }
    }
    if (isWord(before, PREFERRED_TO)) {
      int verb = last(PREFER, before, FAR);
      if (verb >= 0) {
        return turned(BELOW, verb);
      }
    }
    if (before > 0 && isWord(before, BEATS)) {
      return turned(BELOW, before);
    }
    return before > 0 && isWord(before, BEATEN) ? ABOVE : NONE;
  }

  /** The target stands in front: "T is better than ...", "T beats ...", "prefer T over ...". */
  private int asFirst() {
    int better = next(BETTER, after, NEAR);
    int worse = next(WORSE, after, NEAR);
    int comparative = Math.max(better, worse);
    if (comparative >= 0 && next(ONLY_THAN, comparative, NEAR) >= 0) {
      return turned(better > worse ? ABOVE : BELOW, comparative);
    }
    if (isWord(before, PREFER) && next(THAN, after, NEAR) >= 0) {
      return turned(ABOVE, before);
    }
    boolean hasMore = after + 1 < tokens.size();
    if (hasMore && isWord(after, BEATS)) {
      return ABOVE;
    }
    return hasMore && isWord(after, BEATEN) ? BELOW : NONE;
  }

  private int turned(int role, int verb) {
    return isNegated(verb) ? -role : role;
  }

  private boolean isNegated(int i) {
    return last(NEGATIONS, i, 3) >= 0;
  }

  /** The last token before {@code end} that is in a set, within some tokens and the sentence. */
  private int last(HashedWords set, int end, int reach) {
    for (int i = end - 1; i >= 0 && i >= end - reach && !endsSentence(i); i--) {
      if (isWord(i, set)) {
        return i;
      }
    }
    return -1;
  }

  private int next(HashedWords set, int start, int reach) {
    for (int i = start; i < tokens.size() && i < start + reach && !endsSentence(i); i++) {
      if (isWord(i, set)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isWord(int i, HashedWords set) {
    return i >= 0 && i < tokens.size() && words.isIn(set, i);
  }

  private boolean endsSentence(int i) {
    return tokens.type(i) == TokenType.PUNCTUATION
        && ".!?;…".indexOf(tokens.text().charAt(tokens.start(i))) >= 0;
  }
}
