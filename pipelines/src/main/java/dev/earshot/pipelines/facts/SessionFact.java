package dev.earshot.pipelines.facts;

import dev.earshot.models.referrals.Medium;
import dev.earshot.models.visits.BotReason;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a brand's site, for the measures.
 *
 * @param brandId whose site it is
 * @param customerId pseudonym of the one customer who was signed in, in this visit or another of
 *     the visitor within four weeks, or null
 * @param network the social network it came from, or null
 * @param path landing page
 * @param medium how it came
 * @param isPaid whether an advertisement was clicked
 * @param isReturning whether the visitor was there in the eight weeks before
 * @param hasPage whether a page was opened
 * @param botReason why the visitor is taken for a program, or null
 * @param hitCount requests
 * @param startedAtMicros when it began
 * @param day its date where the brand reports
 */
public record SessionFact(
    String brandId,
    @Nullable String customerId,
    @Nullable String network,
    String path,
    Medium medium,
    boolean isPaid,
    boolean isReturning,
    boolean hasPage,
    @Nullable BotReason botReason,
    long hitCount,
    long startedAtMicros,
    int day) {

  /** Whether a person opened a page. */
  public boolean isHuman() {
    return botReason == null && hasPage;
  }
}
