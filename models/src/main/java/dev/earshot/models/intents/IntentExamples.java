package dev.earshot.models.intents;

import dev.earshot.models.domain.Intent;
import java.util.List;

/**
 * Texts that a rule file declares as its own tests.
 *
 * @param intent that is spoken of
 * @param examples texts that must have it
 * @param counterExamples texts that must not have it
 */
public record IntentExamples(Intent intent, List<String> examples, List<String> counterExamples) {}
