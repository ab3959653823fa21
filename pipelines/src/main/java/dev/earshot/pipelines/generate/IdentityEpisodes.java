package dev.earshot.pipelines.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What customers say about their accounts. The lower a customer's number, the more the account
 * speaks of the brand. Some have two accounts, some share one with the customer before them, some
 * do not agree or take it back.
 */
final class IdentityEpisodes {
  /** Those on which anybody speaks of brands. */
  private static final int NETWORKS = Network.BLUESKY.index;

  private final SeededRandom random;
  private final ShopFiles files;
  private final LineBuffer line = new LineBuffer();

  IdentityEpisodes(SeededRandom random, ShopFiles files) {
    this.random = random;
    this.files = files;
  }

  /** Writes the statements about a customer and returns the accounts that were agreed to. */
  List<Shopper.Account> write(FictionalBrand brand, String customer, int number)
      throws IOException {
    List<Shopper.Account> agreed = new ArrayList<>();
    if (!random.chance(0.3)) {
      return agreed;
    }
    boolean isShared = number > 0 && random.chance(0.05);
    int rank = isShared ? number - 1 : number;
    int accounts = random.chance(0.1) ? 2 : 1;
    int first = random.below(NETWORKS);
    for (int i = 0; i < accounts; i++) {
      Network network = Network.ALL[(first + i) % NETWORKS];
      Shopper.Account account =
          new Shopper.Account(network, Authors.at(network, brand.index(), rank));
      if (state(brand, customer, account)) {
        agreed.add(account);
      }
    }
    return agreed;
  }

  /** Says whether the customer agreed and did not take it back. */
  private boolean state(FictionalBrand brand, String customer, Shopper.Account account)
      throws IOException {
    boolean isConsented = random.chance(0.9);
    boolean isTakenBack = isConsented && random.chance(0.05);
    boolean isRepeated = random.chance(0.05);
    GeneratedFile first = write(brand, customer, account, isConsented);
    GeneratedFile again = isRepeated ? write(brand, customer, account, isConsented) : null;
    if (isTakenBack) {
      write(brand, customer, account, false).outOfScope++;
    }
    if (isConsented && !isTakenBack) {
      first.accepted++;
      if (again != null) {
        again.duplicates++;
      }
      return true;
    }
    first.outOfScope++;
    if (again != null) {
      again.outOfScope++;
    }
    return false;
  }

  private GeneratedFile write(
      FictionalBrand brand, String customer, Shopper.Account account, boolean isConsented)
      throws IOException {
    line.begin()
        .text("brand_id", brand.id())
        .text("customer_id", customer)
        .text("network", account.network().id)
        .text("account_id", account.network().authorId(account.author()))
        .name("is_consented")
        .raw(Boolean.toString(isConsented))
        .close();
    GeneratedFile file = files.pick();
    files.write(line, file);
    return file;
  }
}
