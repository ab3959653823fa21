package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.AccountFact;
import dev.earshot.pipelines.facts.ProfileFact.Account;
import dev.earshot.pipelines.facts.ProfileFact.Look;
import dev.earshot.pipelines.measure.kit.RunContext;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is known of one account, and the months in which it engaged with brands. */
final class KnownAccount {
  private record BrandMonth(String brandId, int firstDay) {}

  private final Set<BrandMonth> months = new HashSet<>();
  private final Set<String> brandsOfCustomer = new HashSet<>();
  private final TreeMap<Integer, Look> looks = new TreeMap<>();

  private boolean areCustomersKnown;

  private KnownAccount() {}

  static Stream<AudienceMember> members(
      Account account, Iterable<AccountFact> facts, RunContext run) {
    KnownAccount known = new KnownAccount();
    facts.forEach(known::add);
    return known.months.stream()
        .filter(month -> run.publishes(Month.of(month.firstDay()).lastDay()))
        .map(
            month ->
                new AudienceMember(
                    month.brandId(),
                    account.network(),
                    month.firstDay(),
                    known.lookOf(Month.of(month.firstDay())),
                    known.areCustomersKnown
                        ? (Boolean) known.brandsOfCustomer.contains(month.brandId())
                        : null));
  }

  private void add(AccountFact fact) {
    Integer day = fact.day();
    if (fact.look() != null && day != null) {
      looks.put(day, fact.look());
    } else if (fact.brandId() != null && Boolean.TRUE.equals(fact.isCustomer())) {
      brandsOfCustomer.add(fact.brandId());
    } else if (fact.brandId() != null && day != null) {
      areCustomersKnown = fact.isCustomer() != null;
      months.add(new BrandMonth(fact.brandId(), Month.of(day).firstDay()));
    }
  }

  /** The newest by the end of the month; where there is none, the first after it. */
  private @Nullable Look lookOf(Month month) {
    Map.Entry<Integer, Look> by = looks.floorEntry(month.lastDay());
    Map.Entry<Integer, Look> known = by == null ? looks.higherEntry(month.lastDay()) : by;
    return known == null ? null : known.getValue();
  }
}
