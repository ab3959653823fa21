package dev.earshot.models.accounts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.SharedData;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sensitivity and specificity of the rules on the labelled sets; none of them shaped the rules. */
class AccountQualityTest {

  @Test
  void boughtFollowersOnTwitter() throws IOException {
    assertQuality(
        "bots_cresci2015",
        SharedData.rows("bots_cresci2015/accounts_shared.csv.gz"),
        "is_fake",
        0.95,
        0.87);
  }

  @Test
  void botsOnTwitter() throws IOException {
    assertQuality(
        "bots_kaggle2017",
        SharedData.rows("bots_kaggle2017/accounts_shared.csv.gz"),
        "bot",
        0.59,
        0.85);
  }

  @Test
  void fakeAccountsOnInstagram() throws IOException {
    assertQuality(
        "instafake",
        SharedData.flatJsonLines("instafake/accounts_fake_shared.jsonl"),
        "isFake",
        0.74,
        0.91);
  }

  private static void assertQuality(
      String set,
      List<Map<String, String>> rows,
      String label,
      double leastSensitivity,
      double leastSpecificity) {
    ProfileFields fields = ProfileFields.among(rows.get(0).keySet());
    long[] accounts = new long[2];
    long[] suspicious = new long[2];
    for (Map<String, String> row : rows) {
      int actual = "1".equals(row.get(label)) ? 1 : 0;
      accounts[actual]++;
      boolean isSuspicious =
          Boolean.TRUE.equals(AccountSuspicion.of(fields.read(name -> row.get(name))));
      suspicious[actual] += isSuspicious ? 1 : 0;
    }
    Interval se = Objects.requireNonNull(WilsonInterval.of(suspicious[1], accounts[1]));
    Interval sp =
        Objects.requireNonNull(WilsonInterval.of(accounts[0] - suspicious[0], accounts[0]));
    System.out.printf(
        Locale.ROOT,
        "%s: sensitivity %.3f [%.3f, %.3f] of %d, specificity %.3f [%.3f, %.3f] of %d%n",
        set,
        (double) suspicious[1] / accounts[1],
        se.lower(),
        se.upper(),
        accounts[1],
        1 - (double) suspicious[0] / accounts[0],
        sp.lower(),
        sp.upper(),
        accounts[0]);
    assertTrue(se.lower() >= leastSensitivity, set + ": sensitivity from " + se.lower());
    assertTrue(sp.lower() >= leastSpecificity, set + ": specificity from " + sp.lower());
  }
}
