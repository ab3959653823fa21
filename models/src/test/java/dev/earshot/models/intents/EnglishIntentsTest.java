package dev.earshot.models.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.text.Tokenizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shipped rules against their own examples. */
class EnglishIntentsTest {
  private static final IntentRules RULES = IntentRules.english();

  @Test
  void everyIntentHasRulesAndExamples() {
    Set<Intent> covered =
        RULES.examples().stream()
            .filter(e -> !e.examples().isEmpty() && !e.counterExamples().isEmpty())
            .map(IntentExamples::intent)
            .collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(Intent.class), covered);
  }

  @TestFactory
  Stream<DynamicTest> examplesHaveTheIntent() {
    return RULES.examples().stream()
        .flatMap(
            e ->
                e.examples().stream()
                    .map(
                        text ->
                            DynamicTest.dynamicTest(
                                e.intent() + ": " + text,
                                () -> {
                                  Set<Intent> found =
                                      RULES.intentsOf(new Tokenizer().tokenize(text));
                                  assertTrue(found.contains(e.intent()), text + " -> " + found);
                                })));
  }

  @TestFactory
  Stream<DynamicTest> counterExamplesDoNot() {
    return RULES.examples().stream()
        .flatMap(
            e ->
                e.counterExamples().stream()
                    .map(
                        text ->
                            DynamicTest.dynamicTest(
                                e.intent() + ": " + text,
                                () -> {
                                  Set<Intent> found =
                                      RULES.intentsOf(new Tokenizer().tokenize(text));
                                  assertFalse(found.contains(e.intent()), text + " -> " + found);
                                })));
  }
}
