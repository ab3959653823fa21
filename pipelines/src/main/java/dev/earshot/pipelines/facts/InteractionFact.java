package dev.earshot.pipelines.facts;

import dev.earshot.models.domain.Intent;
import java.util.Set;

/**
 * A public post in which a person speaks to a brand: names its account or answers it. Of direct
 * messages only those that report a service issue, after which nothing counts as an assist.
 *
 * @param brandId the brand
 * @param network where
 * @param personId pseudonym of the person
 * @param isServiceIssue whether it complains or reports a technical issue
 * @param atMicros when
 * @param day the date where the brand reports
 */
public record InteractionFact(
    String brandId,
    String network,
    String personId,
    boolean isServiceIssue,
    long atMicros,
    int day) {

  /** Whether somebody who wants this has something to be put right. */
  public static boolean isServiceIssue(Set<Intent> intents) {
    return intents.contains(Intent.COMPLAINT) || intents.contains(Intent.TECHNICAL_ISSUE);
  }
}
