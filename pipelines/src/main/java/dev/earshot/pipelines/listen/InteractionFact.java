package dev.earshot.pipelines.listen;

/**
 * A public post in which a person speaks to a brand: names its account or answers it.
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
    int day) {}
