package dev.earshot.models.sentiment;

import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text sets a target above or below something else, in English: "A is better than B", "A
 * &gt; B", "prefer A to B", "A beats B", "switched from A to B", "left A for B".
 *
 * <p>Each pattern looks at a few tokens before or after the target. A negation before the
 * comparative ("not better than") turns it round.
 */
public final class Comparison {
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
  private static final HashedWords RETURN =
      HashedWords.of("go goes going went gone come comes coming came");
  private static final HashedWords BACK = HashedWords.of("back");
  private static final HashedWords ADDRESSEE = HashedWords.of("you u ya");
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
    return at(tokens, target).find();
  }

  /**
   * The side of a switch on which an English text puts a brand: "switched from T", "switching to
   * T", and "leaving T", "left ... for T" where that means a customer who goes.
   *
   * @param spans where the brand is named; the first that says so decides
   * @param isDeparture whether to take a departure for a customer's; without another brand or the
   *     intent in the text, who left T may have been in a shop
   * @return null where the text tells of no switch, or denies it
   */
  public static @Nullable SwitchDirection switchOf(
      Tokens tokens, List<TextSpan> spans, boolean isDeparture) {
    for (TextSpan span : spans) {
      SwitchDirection direction = at(tokens, span).direction(isDeparture);
      if (direction != null) {
        return direction;
      }
    }
    return null;
  }

  /** Where an English text says "you": whom it speaks to. */
  public static List<TextSpan> addressee(Tokens tokens) {
    WordReader words = new WordReader(tokens);
    List<TextSpan> spans = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (words.isIn(ADDRESSEE, i)) {
        spans.add(new TextSpan(tokens.start(i), tokens.end(i)));
      }
    }
    return spans;
  }

  private static Comparison at(Tokens tokens, TextSpan target) {
    int first = TargetClause.firstToken(tokens, target);
    int after = first;
    while (after < tokens.size() && tokens.start(after) < target.end()) {
      after++;
    }
    return new Comparison(tokens, first, after);
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
    if (switchedFrom() >= 0 || (isWord(before, LEAVE) && next(FOR, after, NEAR) >= 0)) {
      return BELOW;
    }
    int verb = Math.max(switchedTo(), leftFor());
    return verb >= 0 && !isNegated(verb) ? ABOVE : NONE;
  }

  private @Nullable SwitchDirection direction(boolean isDeparture) {
    int verb = isDeparture && isWord(before, LEAVE) ? before : switchedFrom();
    if (verb >= 0) {
      return isNegated(verb) ? null : SwitchDirection.FROM;
    }
    int arrival = Math.max(switchedTo(), wentBackTo());
    verb = isDeparture ? Math.max(arrival, leftFor()) : arrival;
    return verb >= 0 && !isNegated(verb) ? SwitchDirection.TO : null;
  }

  /** The verb of "switched ... from T", or -1. */
  private int switchedFrom() {
    return isWord(before, FROM) ? last(SWITCH, before, NEAR) : -1;
  }

  /** The verb of "switched ... to T", or -1. */
  private int switchedTo() {
    return isWord(before, TO) ? last(SWITCH, before, FAR) : -1;
  }

  /** The verb of "going back to T", or -1. */
  private int wentBackTo() {
    return isWord(before, TO) && isWord(before - 1, BACK) ? last(RETURN, before - 1, 1) : -1;
  }

  /** The verb of "left ... for T", or -1. */
  private int leftFor() {
    return isWord(before, FOR) ? last(LEAVE, before, NEAR) : -1;
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
