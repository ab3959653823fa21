package dev.earshot.models.intents;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.intents.IntentRules.CompiledRules;
import dev.earshot.models.phrases.PhraseListener;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass of the rules over one text. */
final class RuleScan implements PhraseListener {
  private static final int NEGATION_REACH = 3;

  private final CompiledRules compiled;
  private final TokenForms forms;
  private final Tokens tokens;
  private final EnumSet<Intent> intents = EnumSet.noneOf(Intent.class);
  private final BitSet hits = new BitSet();
  private final BitSet with = new BitSet();
  private final BitSet without = new BitSet();
  private BitSet @Nullable [] distinct;

  private int negatedUntil;
  private int nextNegatedUntil;
  private int leadInUntil;
  private boolean startsSentence = true;
  private boolean startsClause = true;
  private int words;

  RuleScan(CompiledRules compiled, TokenForms forms) {
    this.compiled = compiled;
    this.forms = forms;
    this.tokens = forms.tokens();
  }

  Set<Intent> intents() {
    for (int i = 0; i < forms.size(); i++) {
      if (i > 0 && hasLineBreak(tokens.end(i - 1), tokens.start(i))) {
        endSentence(false);
      }
      if (compiled.trie().mayStartAt(forms, i)) {
        compiled.trie().findAt(forms, i, this);
      }
      advance(i);
    }
    endSentence(false);
    endText();
    return intents.isEmpty() ? Set.of() : Collections.unmodifiableSet(intents);
  }

  @Override
  public void found(int payload, int start, int end) {
    int rule = CompiledRules.rule(payload);
    switch (CompiledRules.role(payload)) {
      case CompiledRules.PHRASE -> phrase(rule, CompiledRules.ordinal(payload), start);
      case CompiledRules.WITH -> with.set(rule);
      case CompiledRules.WITHOUT -> without.set(rule);
      case CompiledRules.NEGATOR -> nextNegatedUntil = end + NEGATION_REACH;
      default -> leadInUntil = Math.max(leadInUntil, end);
    }
  }

  private void phrase(int index, int ordinal, int start) {
    IntentRule rule = compiled.rules().get(index);
    boolean isPlaced =
        switch (rule.place()) {
          case ANYWHERE -> true;
          case SENTENCE -> startsSentence;
          case CLAUSE -> startsClause;
        };
    boolean isNegated = start < negatedUntil;
    boolean counts =
        switch (rule.negation()) {
          case IGNORED -> true;
          case BLOCKS -> !isNegated;
          case REQUIRED -> isNegated;
        };
    if (isPlaced && counts) {
      hits.set(index);
      if (rule.atLeast() > 1) {
        distinct(index).set(ordinal);
      }
    }
  }

  private BitSet distinct(int rule) {
    if (distinct == null) {
      distinct = new BitSet[compiled.rules().size()];
    }
    BitSet found = distinct[rule];
    if (found == null) {
      found = new BitSet();
      distinct[rule] = found;
    }
    return found;
  }

  /** What token {@code i} means for those after it. */
  private void advance(int i) {
    negatedUntil = Math.max(negatedUntil, nextNegatedUntil);
    TokenType type = tokens.type(i);
    if (type == TokenType.PUNCTUATION) {
      punctuation(i);
    } else if (type == TokenType.WORD || type == TokenType.NUMBER || type == TokenType.URL) {
      words++;
      if (i >= leadInUntil) {
        startsSentence = false;
        startsClause = false;
      }
    } else if (type == TokenType.EMOJI || type == TokenType.EMOTICON) {
      endClause();
    }
  }

  private void punctuation(int i) {
    switch (tokens.text().charAt(tokens.start(i))) {
      case '.', '\u2026' -> endSentence(false);
      case '!', '?' -> endSentence(hasQuestionMark(i));
      case ',', ';', ':', '(', ')', '\u2013', '\u2014', '-' -> endClause();
      default -> {}
    }
  }

  private boolean hasQuestionMark(int i) {
    for (int at = tokens.start(i); at < tokens.end(i); at++) {
      if (tokens.text().charAt(at) == '?') {
        return true;
      }
    }
    return false;
  }

  private boolean hasLineBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.text().charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private void endClause() {
    startsClause = true;
    negatedUntil = 0;
    nextNegatedUntil = 0;
  }

  private void endSentence(boolean isQuestion) {
    if (words > 0) {
      for (int rule : compiled.unconditional()) {
        conclude(rule, isQuestion);
      }
    }
    if (words > 0 || !hits.isEmpty()) {
      for (int rule = hits.nextSetBit(0); rule >= 0; rule = hits.nextSetBit(rule + 1)) {
        if (!compiled.isWholeText(rule)) {
          conclude(rule, isQuestion);
          hits.clear(rule);
        }
      }
      clearSentence(with);
      clearSentence(without);
    }
    words = 0;
    startsSentence = true;
    endClause();
  }

  private void clearSentence(BitSet bits) {
    for (int rule = bits.nextSetBit(0); rule >= 0; rule = bits.nextSetBit(rule + 1)) {
      if (!compiled.isWholeText(rule)) {
        bits.clear(rule);
      }
    }
  }

  private void conclude(int index, boolean isQuestion) {
    IntentRule rule = compiled.rules().get(index);
    boolean isMarked =
        switch (rule.mark()) {
          case ANY -> true;
          case QUESTION -> isQuestion;
          case NO_QUESTION -> !isQuestion;
        };
    if (isMarked && (rule.with().isEmpty() || with.get(index)) && !without.get(index)) {
      intents.add(rule.intent());
    }
  }

  private void endText() {
    for (int rule = hits.nextSetBit(0); rule >= 0; rule = hits.nextSetBit(rule + 1)) {
      if (distinct(rule).cardinality() >= compiled.rules().get(rule).atLeast()) {
        conclude(rule, false);
      }
    }
  }
}
