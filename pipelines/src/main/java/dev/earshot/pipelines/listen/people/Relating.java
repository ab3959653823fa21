package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.ShareFact;
import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;

/** What a person and a brand do for each other in the open, as facts of days. */
final class Relating {
  private Relating() {}

  /**
   * What the person said and passed on by day, and what the brand passed on of it.
   *
   * @param person with all mentions
   * @param facts of the two, behind the mentions; those of passing on are taken
   */
  static void outputDays(
      PersonSums person, AboutPerson first, Peeking<AboutPerson> facts, MultiOutputReceiver out) {
    while (facts.nextIs(fact -> fact.said() instanceof ShareFact && fact.isSamePair(first))) {
      ShareFact share = (ShareFact) facts.next().said();
      if (share.isByBrand()) {
        output(
            RelationFact.shared(person.brandId(), share.day(), person.person(), share.atMicros()),
            out);
      } else {
        person.addShare(share.day());
      }
    }
    person
        .said()
        .forEach(
            (day, languages) ->
                languages.forEach(
                    (language, said) ->
                        output(
                            RelationFact.said(
                                person.brandId(), day, person.person(), language, said),
                            out)));
  }

  /** A conversation in the open that began on a day. */
  static void output(
      PersonSums person, int day, Conversation conversation, MultiOutputReceiver out) {
    output(RelationFact.talked(person.brandId(), day, person.person(), conversation.talk()), out);
  }

  private static void output(RelationFact fact, MultiOutputReceiver out) {
    out.get(ResolveTags.RELATIONS).output(fact);
  }
}
