package dev.earshot.models.domain;

/**
 * A statement that a customer is the person behind an account of a network.
 *
 * @param brandId whose customer it is
 * @param customerId the shop's id of the customer, before pseudonymisation
 * @param network lower-case network name
 * @param accountId the network's id of the account, before pseudonymisation
 * @param isConsented whether the person has agreed to the link; without that it is not used
 */
public record IdentityLink(
    String brandId, String customerId, String network, String accountId, boolean isConsented) {

  /** Leaves ids out, so that a log or an exception cannot carry them. */
  @Override
  public String toString() {
    return "IdentityLink[" + brandId + " " + network + "]";
  }
}
