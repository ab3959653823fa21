package dev.earshot.models.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.text.Tokenizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntentRulesTest {
  private static final IntentRules RULES =
      IntentRules.parse(
          "test.yaml",
          """
          negators: [not, never]
          lead_ins: [please, hi]
          intents:
            - intent: recommend
              examples: []
              rules:
                - {phrases: [recommend], negation: blocks}
            - intent: warn_off
              examples: []
              rules:
                - {phrases: [recommend], negation: required}
            - intent: suggestion
              examples: []
              rules:
                - {phrases: [add], place: sentence}
            - intent: order
              examples: []
              rules:
                - {phrases: [book], place: clause}
            - intent: question
              examples: []
              rules:
                - {mark: question, without: [really]}
            - intent: technical_issue
              examples: []
              rules:
                - {phrases: [break], with: [app, phone], mark: no_question}
            - intent: spam
              examples: []
              rules:
                - {phrases: [win, free, "<url>"], at_least: 2}
          """);

  @Test
  void negatesWithinThreeTokensOfTheSameClause() {
    assertEquals(Set.of(Intent.RECOMMEND), intents("I recommend it"));
    assertEquals(Set.of(Intent.WARN_OFF), intents("I would not recommend it"));
    assertEquals(Set.of(Intent.WARN_OFF), intents("not one two recommend"));
    assertEquals(Set.of(Intent.RECOMMEND), intents("not one two three recommend"));
    assertEquals(Set.of(Intent.RECOMMEND), intents("It is not cheap, recommend it"));
    assertEquals(Set.of(Intent.RECOMMEND), intents("never. recommend it"));
    assertEquals(
        EnumSet.of(Intent.RECOMMEND, Intent.WARN_OFF),
        intents("I recommend A. I never recommend B."));
  }

  @Test
  void knowsTheStartOfSentenceAndClause() {
    assertEquals(Set.of(Intent.SUGGESTION), intents("@acme hi, please add it"));
    assertEquals(Set.of(Intent.SUGGESTION), intents("It is nice. Add it"));
    assertEquals(Set.of(Intent.SUGGESTION), intents("It is nice\nadd it"));
    assertEquals(Set.of(), intents("They add it"));
    assertEquals(Set.of(), intents("Well made, add it"));
    assertEquals(Set.of(Intent.ORDER), intents("Well made, book it"));
    assertEquals(Set.of(), intents("The book"));
  }

  @Test
  void knowsQuestions() {
    assertEquals(Set.of(Intent.QUESTION), intents("Is it?"));
    assertEquals(Set.of(Intent.QUESTION), intents("Is it?!! I see."));
    assertEquals(Set.of(), intents("Oh really?"));
    assertEquals(Set.of(), intents("?"));
    assertEquals(Set.of(), intents("see https://a.com/?q=1"));
  }

  @Test
  void needsCompanyWithinTheSentence() {
    assertEquals(Set.of(Intent.TECHNICAL_ISSUE), intents("The app breaks."));
    assertEquals(Set.of(), intents("The app. It breaks."));
    assertEquals(Set.of(Intent.QUESTION), intents("Does the app break?"));
  }

  @Test
  void countsDifferentPhrasesInTheWholeText() {
    assertEquals(Set.of(Intent.SPAM), intents("Win! It is free."));
    assertEquals(Set.of(Intent.SPAM), intents("Win at https://a.com"));
    assertEquals(Set.of(), intents("win win win"));
  }

  @Test
  void reportsAllMistakesAtOnce() {
    InvalidPhraseFileException thrown =
        assertThrows(
            InvalidPhraseFileException.class,
            () ->
                IntentRules.parse(
                    "t",
                    """
                    negators: []
                    lead_ins: []
                    intents:
                      - intent: joy
                        examples: []
                        rules:
                          - {phrases: [a], negation: maybe}
                          - {at_least: 1}
                    """));
    assertEquals(
        List.of(
            "line 4, intents[0].intent: joy is none of compliment, complaint, technical_issue,"
                + " question, order, suggestion, churn_intent, price, privacy_concern, recommend,"
                + " warn_off, thanks, apology, spam",
            "line 7, intents[0].rules[0].negation: maybe is none of ignored, blocks, required",
            "line 8, intents[0].rules[1]: needs phrases, or mark: question",
            "line 8, intents[0].rules[1].at_least: must be a number from 2 to 9, not 1"),
        thrown.problems());
  }

  private static Set<Intent> intents(String text) {
    return RULES.intentsOf(new Tokenizer().tokenize(text));
  }
}
