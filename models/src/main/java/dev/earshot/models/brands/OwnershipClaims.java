package dev.earshot.models.brands;

import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Finds handles, accounts and domains that two brands of one file claim. */
final class OwnershipClaims {
  private record Claim(String brandId, int line) {}

  private final YamlProblems problems;
  private final Map<String, Claim> handles = new HashMap<>();
  private final Map<String, Claim> domains = new HashMap<>();
  private final Map<String, Claim> accounts = new HashMap<>();
  private final Map<String, Claim> accountNames = new HashMap<>();
  private final Map<String, Claim> namesOfAnyNetwork = new HashMap<>();

  OwnershipClaims(YamlProblems problems) {
    this.problems = problems;
  }

  void claimHandle(String handle, String brandId, Item item) {
    Consumer<Claim> report = report(item, "the handle '" + handle + "'");
    if (claim(handles, handle, brandId, item, report)) {
      Claim account = namesOfAnyNetwork.get(handle);
      if (account != null && !account.brandId().equals(brandId)) {
        report.accept(account);
      }
    }
  }

  void claimDomain(String domain, String brandId, Item item) {
    claim(domains, domain, brandId, item, report(item, "the domain '" + domain + "'"));
  }

  void claimAccount(String network, String id, String brandId, Item item) {
    Consumer<Claim> report =
        report(item, "the account " + YamlProblems.quote(AccountName.shown(id)) + " on " + network);
    String phone = AccountName.phone(id, false);
    String key = phone == null ? id : phone;
    if (!claim(accounts, network + ' ' + key, brandId, item, report) || !BrandBook.isName(id)) {
      return;
    }
    String name = AccountName.folded(id);
    claim(accountNames, network + ' ' + name, brandId, item, report);
    claim(namesOfAnyNetwork, name, brandId, item, other -> {});
    Claim handle = handles.get(name);
    if (handle != null && !handle.brandId().equals(brandId)) {
      report.accept(handle);
    }
  }

  private static boolean claim(
      Map<String, Claim> claims, String key, String brandId, Item item, Consumer<Claim> report) {
    Claim first = claims.putIfAbsent(key, new Claim(brandId, YamlProblems.line(item.node())));
    if (first == null || first.brandId().equals(brandId)) {
      return true;
    }
    report.accept(first);
    return false;
  }

  private Consumer<Claim> report(Item item, String what) {
    return first ->
        problems.add(
            item.node(),
            item.path(),
            what
                + " already belongs to the brand '"
                + first.brandId()
                + "' on line "
                + first.line());
  }
}
