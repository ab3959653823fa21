package dev.earshot.pipelines.listen.people;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.facts.AboutPerson.MentionFact;
import dev.earshot.pipelines.facts.RelationFact.Said;
import java.util.List;

/** What a post about a brand is between the two. */
final class SaidOf {
  private SaidOf() {}

  /**
   * A post that repeats nobody. Praise, advice and warnings count toward the brand of whom they are
   * meant: a text that recommends one brand and blames another holds both.
   */
  static Said mention(MentionFact mention) {
    boolean isPositive = mention.polarity() == Polarity.POSITIVE;
    boolean isNegative = mention.polarity() == Polarity.NEGATIVE;
    boolean recommends = isPositive && mention.intents().contains(Intent.RECOMMEND);
    boolean warns = isNegative && mention.intents().contains(Intent.WARN_OFF);
    boolean suggests = mention.intents().contains(Intent.SUGGESTION);
    boolean praises = isPositive && mention.intents().contains(Intent.COMPLIMENT);
    return new Said(
        1,
        one(isPositive),
        one(mention.polarity() == Polarity.NEUTRAL),
        one(isNegative),
        one(recommends),
        one(warns),
        one(suggests),
        one(mention.intents().contains(Intent.CHURN_INTENT)),
        one(praises || recommends || suggests),
        0,
        isNegative ? mention.topics().stream().distinct().sorted().toList() : List.of());
  }

  private static long one(boolean is) {
    return is ? 1 : 0;
  }
}
