package dev.earshot.models.sentiment;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens that speak of one of several targets.
 *
 * <p>The text is cut into clauses at punctuation, line feeds and contrasting words (but, while,
 * than, from, to ...). A target's context is its clause, with the following clauses that name no
 * target, and at the start of the text with those before. Within one clause a target's context ends
 * at the next target and starts at the one before, unless at most one token stands between them ("A
 * and B"): those share a context. A context of names only grows by what follows.
 */
final class TargetContext {
  private static final HashedWords CUTS =
      HashedWords.of(
          "but while whereas than though although however yet unlike versus vs from to except");
  private static final HashedWords JOINS = HashedWords.of("and or nor plus & + / n");

  /** How far a context reaches to either side in a text of several targets, in tokens. */
  private static final int REACH = 128;

  private final Tokens tokens;
  private final TextSpan target;
  private final List<TextSpan> others;
  private final List<TextSpan> all;
  private final WordReader words;

  private TargetContext(Tokens tokens, TextSpan target, List<TextSpan> others) {
    this.tokens = tokens;
    words = new WordReader(tokens);
    this.target = target;
    this.others = others;
    all = new ArrayList<>(others);
    all.add(target);
  }

  /**
   * The context of {@code target}; everything where it stands alone, or behind the last token,
   * where there is nothing but white space and what a font does not show.
   */
  static TokenRange of(Tokens tokens, TextSpan target, List<TextSpan> otherTargets) {
    if (tokens.size() == 0 || target.start() >= tokens.end(tokens.size() - 1)) {
      return TokenRange.all(tokens);
    }
    if (target.start() == target.end()) {
      return new TokenRange(0, tokens.size(), otherTargets);
    }
    List<TextSpan> others = new ArrayList<>();
    for (TextSpan other : otherTargets) {
      boolean overlaps = other.start() < target.end() && target.start() < other.end();
      if (other.start() < other.end() && !overlaps) {
        others.add(other);
      }
    }
    TargetContext context = new TargetContext(tokens, target, others);
    return others.isEmpty() ? new TokenRange(0, tokens.size(), context.all) : context.find();
  }

  private TokenRange find() {
    int first = 0;
    while (first < tokens.size() && tokens.end(first) <= target.start()) {
      first++;
    }
    int last = first;
    while (last < tokens.size() && tokens.start(last) < target.end()) {
      last++;
    }
    int from = extendBack(first);
    int to = extendForward(last);
    if (!hasContent(from, to)) {
      from = first;
      to = Math.min(tokens.size(), last + REACH);
    }
    return new TokenRange(from, to, all);
  }

  /** Back to the clause's start or the target before; to the text's start where none is before. */
  private int extendBack(int first) {
    boolean isFirst = others.stream().noneMatch(other -> other.start() < target.start());
    if (isFirst) {
      return 0;
    }
    int from = first;
    int sinceOther = 0;
    while (from > 0 && first - from < REACH && !isCut(from - 1) && !startsLine(from)) {
      if (isOther(from - 1)) {
        if (sinceOther > 0) {
          break;
        }
        sinceOther = 0;
      } else if (!isJoin(from - 1)) {
        sinceOther++;
      }
      from--;
    }
    return from;
  }

  /** Forward to the next clause with another target, or to the next target in the same clause. */
  private int extendForward(int last) {
    int to = last;
    int clauseEnd = last;
    int sinceOther = 0;
    boolean isSameClause = true;
    while (to < tokens.size() && to - last < REACH) {
      if (startsLine(to)) {
        isSameClause = false;
        clauseEnd = to;
      }
      if (isOther(to)) {
        if (!isSameClause) {
          return clauseEnd;
        }
        if (sinceOther > 0) {
          return to;
        }
        sinceOther = 0;
      } else if (isCut(to)) {
        isSameClause = false;
        clauseEnd = to;
      } else if (!isJoin(to)) {
        sinceOther++;
      }
      to++;
    }
    return to;
  }

  private boolean hasContent(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.type(i) != TokenType.PUNCTUATION && !isCut(i) && !covers(all, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOther(int i) {
    return covers(others, i);
  }

  private boolean covers(List<TextSpan> spans, int i) {
    for (TextSpan span : spans) {
      if (tokens.start(i) < span.end() && span.start() < tokens.end(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCut(int i) {
    TokenType type = tokens.type(i);
    int start = tokens.start(i);
    if (type == TokenType.PUNCTUATION) {
      return ".,!?;:()-–—…|。!?".indexOf(tokens.text().charAt(start)) >= 0;
    }
    return type == TokenType.WORD && words.isIn(CUTS, i);
  }

  private boolean isJoin(int i) {
    return words.isIn(JOINS, i);
  }

  private boolean startsLine(int i) {
    for (int c = i == 0 ? 0 : tokens.end(i - 1); c < tokens.start(i); c++) {
      if (tokens.text().charAt(c) == '\n') {
        return true;
      }
    }
    return false;
  }
}
