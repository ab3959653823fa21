package dev.earshot.models.intents;

import dev.earshot.models.domain.Intent;
import java.util.List;

/**
 * One way in which an intent is put into words. Everything is looked for within one sentence,
 * except with {@code atLeast} above one: then within the whole text.
 *
 * @param intent that the rule speaks for
 * @param phrases any of which must occur; empty where the other conditions are enough
 * @param with any of which must occur too; empty for no such condition
 * @param without none of which may occur
 * @param negation what a negator shortly before a phrase does to it
 * @param place where a phrase must begin
 * @param mark whether the sentence must end in a question mark
 * @param atLeast how many different phrases must occur
 */
record IntentRule(
    Intent intent,
    List<String> phrases,
    List<String> with,
    List<String> without,
    Negation negation,
    Place place,
    Mark mark,
    int atLeast) {

  /** What a negator within the three tokens before a phrase, in the same clause, does to it. */
  enum Negation {
    IGNORED,
    BLOCKS,
    REQUIRED
  }

  /** Where a phrase must begin. */
  enum Place {
    ANYWHERE,
    /** At the start of a sentence, or after nothing but handles, emoji and lead-ins. */
    SENTENCE,
    /** The same for a clause. */
    CLAUSE
  }

  /** What the sentence ends in. */
  enum Mark {
    ANY,
    QUESTION,
    NO_QUESTION
  }
}
