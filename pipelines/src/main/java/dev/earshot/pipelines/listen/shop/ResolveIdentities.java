package dev.earshot.pipelines.listen.shop;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.IdentityFact;
import dev.earshot.pipelines.listen.read.BundleLedger;
import dev.earshot.pipelines.listen.read.LedgerFn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.values.KV;

/**
 * Keeps the links that were agreed to. One statement without consent outweighs any number with it:
 * who has withdrawn is not linked.
 */
final class ResolveIdentities
    extends LedgerFn<KV<Integer, Iterable<Encoded<IdentityFact>>>, CustomerLink> {
  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<IdentityFact>>> partition, MultiOutputReceiver out) {
    Map<CustomerLink, List<IdentityFact>> links = new HashMap<>();
    for (Encoded<IdentityFact> encoded : partition.getValue()) {
      IdentityFact fact = encoded.value();
      links.computeIfAbsent(fact.link(), link -> new ArrayList<>()).add(fact);
    }
    BundleLedger books = tally();
    links.forEach(
        (link, facts) -> {
          if (facts.stream().allMatch(IdentityFact::isConsented)) {
            facts.sort(Comparator.comparingInt(IdentityFact::source));
            books.accepted(facts.get(0).source());
            facts.subList(1, facts.size()).forEach(fact -> books.duplicate(fact.source()));
            out.get(ShopTags.LINKS).output(link);
          } else {
            facts.forEach(fact -> books.outOfScope(fact.source(), false));
          }
        });
  }
}
