package dev.earshot.pipelines.facts;

/**
 * That a person spoke of a brand in public, or that a conversation between the two began.
 *
 * @param brandId the brand
 * @param personId pseudonym of the person
 * @param day the day, local date of the brand
 */
public record SpokenFact(String brandId, String personId, int day) {}
