package dev.earshot.pipelines.listen.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.IdentityFact;
import dev.earshot.pipelines.listen.Outputs;
import dev.earshot.pipelines.listen.read.LedgerEntry;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.run.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;

/** Which links count, and what becomes of every statement. */
class ResolveIdentitiesTest {
  private final List<CustomerLink> links = new ArrayList<>();
  private final TreeMap<Integer, List<Long>> accounts = new TreeMap<>();

  private static IdentityFact fact(String customer, String account, boolean agreed, int source) {
    return new IdentityFact(new CustomerLink("b", customer, "x", account), agreed, source);
  }

  private void resolve(IdentityFact... facts) {
    List<Encoded<IdentityFact>> encoded = new ArrayList<>();
    for (IdentityFact fact : facts) {
      encoded.add(Encoded.of(fact));
    }
    Outputs out = new Outputs();
    out.to(ShopTags.LINKS, links::add);
    out.to(
        ReadTags.BOOKS,
        book -> {
          if (book.note() instanceof LedgerEntry.BalanceOf became) {
            SourceBalance balance = became.balance();
            accounts.put(
                became.source(),
                List.of(balance.accepted(), balance.duplicates(), balance.outOfScope()));
          }
        });
    ResolveIdentities step = new ResolveIdentities();
    step.startBundle();
    step.process(KV.of(1, encoded), out);
    step.finishBundle(out.finish(step));
  }

  @Test
  void aCustomerMayHaveSeveralAccountsAndAnAccountSeveralCustomers() {
    resolve(fact("ann", "1", true, 0), fact("ann", "2", true, 0), fact("bob", "2", true, 0));
    assertEquals(
        new TreeSet<>(List.of("ann 1", "ann 2", "bob 2")),
        new TreeSet<>(
            links.stream().map(link -> link.customerId() + " " + link.personId()).toList()));
    assertEquals(List.of(3L, 0L, 0L), accounts.get(0));
  }

  @Test
  void whoTookItBackIsNotLinkedThereButMayBeElsewhere() {
    resolve(
        fact("eve", "1", true, 0),
        fact("eve", "1", false, 1),
        fact("eve", "1", true, 1),
        fact("eve", "2", true, 1));
    assertEquals(List.of(new CustomerLink("b", "eve", "x", "2")), links);
    assertEquals(List.of(0L, 0L, 1L), accounts.get(0));
    assertEquals(List.of(1L, 0L, 2L), accounts.get(1));
  }

  @Test
  void theSameStatementAgainIsADuplicateInTheLaterFile() {
    resolve(fact("ann", "1", true, 2), fact("ann", "1", true, 0));
    assertEquals(1, links.size());
    assertEquals(List.of(1L, 0L, 0L), accounts.get(0));
    assertEquals(List.of(0L, 1L, 0L), accounts.get(2));
  }

  /** The hashes differ between brands, from those of accounts, and under another key. */
  @Test
  void aCustomersHashIsOfTheBrandAndTheKey() {
    Pseudonyms hasher = Pseudonyms.of("key".getBytes(StandardCharsets.UTF_8));
    String customer = hasher.ofCustomer("b", "17");
    assertEquals(customer, hasher.ofCustomer("b", "17"));
    assertNotEquals(customer, hasher.ofCustomer("c", "17"));
    assertNotEquals(customer, hasher.of("x", "17"));
    assertNotEquals(customer, hasher.of("b", "17"));
    Pseudonyms other = Pseudonyms.of("other".getBytes(StandardCharsets.UTF_8));
    assertNotEquals(customer, other.ofCustomer("b", "17"));
    // printf 'customer:b\0%s' 17 | openssl dgst -sha256 -hmac key
    assertEquals("80438ad6a6e0394f73d7e188d6ace58f", customer);
  }
}
