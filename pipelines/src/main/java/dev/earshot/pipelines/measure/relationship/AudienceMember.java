package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.ProfileFact.Look;
import org.jspecify.annotations.Nullable;

/**
 * An account that engaged with a brand in a month.
 *
 * @param brandId the brand
 * @param network of the account
 * @param firstDay of the month, since the epoch
 * @param look what it looked like, or null where no input says
 * @param isCustomer whether a customer of the brand agreed to be known behind it; null where the
 *     run was not told
 */
public record AudienceMember(
    String brandId,
    String network,
    int firstDay,
    @Nullable Look look,
    @Nullable Boolean isCustomer) {}
