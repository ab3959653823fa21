package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.facts.ProfileFact.Account;
import dev.earshot.pipelines.facts.ProfileFact.Look;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known of an account: that it engaged with a brand on a day, that it looked like
 * something on a day, or that a customer of a brand is behind it.
 *
 * @param account the account
 * @param brandId the brand that it engaged with or is a customer of; null for a look
 * @param day of the engagement where the brand reports, of the look in UTC; of a customer none
 * @param look what it looked like, or null
 * @param isCustomer whether it is a customer's; null where it is not asked or the run was not told
 */
public record AccountFact(
    Account account,
    @Nullable String brandId,
    @Nullable Integer day,
    @Nullable Look look,
    @Nullable Boolean isCustomer) {

  /**
   * An engagement; what brands do themselves is none.
   *
   * @param areCustomersKnown whether the run was told which accounts are customers'
   */
  public static AccountFact engaged(
      String brandId, int day, Account account, boolean areCustomersKnown) {
    return new AccountFact(account, brandId, day, null, areCustomersKnown ? Boolean.FALSE : null);
  }

  /** A look. */
  public static AccountFact seen(ProfileFact profile) {
    return new AccountFact(profile.account(), null, profile.day().day(), profile.look(), null);
  }

  /** A customer's account. */
  public static AccountFact customer(CustomerLink link) {
    return new AccountFact(
        new Account(link.network(), link.personId()), link.brandId(), null, null, true);
  }
}
