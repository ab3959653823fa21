package dev.earshot.pipelines.sources.json;

import dev.earshot.pipelines.sources.times.LocalTimes;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Facts of a run that chat exports leave out: the zone of their times, and which accounts are
 * brands'.
 *
 * @param times of the phone or computer that wrote the export; UTC where no zone is known
 * @param isOwn whether, on a network, an account is a brand's
 */
public record ChatAccounts(LocalTimes times, BiPredicate<String, String> isOwn) {
  public Predicate<String> on(String network) {
    return account -> isOwn.test(network, account);
  }

  /**
   * Which of the names of one account the brand file lists; the first where it lists none.
   *
   * @param names at least one
   */
  public String listed(String network, List<String> names) {
    return names.stream()
        .filter(name -> isOwn.test(network, name))
        .findFirst()
        .orElse(names.get(0));
  }
}
