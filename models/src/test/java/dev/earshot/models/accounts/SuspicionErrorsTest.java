package dev.earshot.models.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.SharedData;
import dev.earshot.models.statistics.proportions.RoganGladen.Proportion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The counts by which rates of suspicious accounts are corrected, counted again. */
class SuspicionErrorsTest {
  @Test
  void boughtFollowersOnTwitter() throws IOException {
    assertEquals(
        SuspicionErrors.of("x"),
        counted(SharedData.rows("bots_cresci2015/accounts_shared.csv.gz"), "is_fake"));
  }

  @Test
  void fakeAccountsOnInstagram() throws IOException {
    assertEquals(
        SuspicionErrors.of("instagram"),
        counted(SharedData.flatJsonLines("instafake/accounts_fake_shared.jsonl"), "isFake"));
  }

  @Test
  void ofOtherNetworksNothingIsKnown() {
    assertNull(SuspicionErrors.of("mastodon"));
  }

  private static SuspicionErrors counted(List<Map<String, String>> rows, String label) {
    ProfileFields fields = ProfileFields.among(rows.get(0).keySet());
    long[] accounts = new long[2];
    long[] right = new long[2];
    for (Map<String, String> row : rows) {
      int actual = "1".equals(row.get(label)) ? 1 : 0;
      accounts[actual]++;
      boolean isSuspicious =
          Boolean.TRUE.equals(AccountSuspicion.of(fiveSigns(fields.read(row::get))));
      right[actual] += isSuspicious == (actual == 1) ? 1 : 0;
    }
    return new SuspicionErrors(
        new Proportion(right[1], accounts[1]), new Proportion(right[0], accounts[0]));
  }

  private static AccountFeatures fiveSigns(AccountFeatures all) {
    @Nullable Long none = null;
    return new AccountFeatures(
        all.followerCount(),
        all.friendCount(),
        all.postCount(),
        none,
        none,
        all.hasPicture(),
        all.hasDescription(),
        null,
        null,
        false);
  }
}
