package dev.earshot.pipelines.facts;

/**
 * One statement about a customer and an account.
 *
 * @param link the two
 * @param isConsented whether the person agreed
 * @param source the file it stands in
 */
public record IdentityFact(CustomerLink link, boolean isConsented, int source) {}
