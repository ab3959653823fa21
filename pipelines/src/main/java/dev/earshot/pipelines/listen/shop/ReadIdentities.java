package dev.earshot.pipelines.listen.shop;

import dev.earshot.models.domain.IdentityLink;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.IdentityFact;
import dev.earshot.pipelines.listen.read.ReadRecords;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Reads links between customers and accounts. Both ids end here. */
final class ReadIdentities extends ReadRecords<IdentityLink, Encoded<IdentityFact>> {
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable Partitions partitions;

  ReadIdentities(RunSettings settings) {
    super(settings, IdentityLink.class);
  }

  @Setup
  public void setup() {
    pseudonyms = workbench().pseudonyms();
    partitions = new Partitions(settings().inputBytes());
  }

  @Override
  protected void read(IdentityLink link, int source, long byteOffset, MultiOutputReceiver out) {
    if (workbench().brands().brand(link.brandId()) == null) {
      tally().outOfScope(source, false);
      return;
    }
    Pseudonyms hasher = Objects.requireNonNull(pseudonyms);
    CustomerLink hashed =
        new CustomerLink(
            link.brandId(),
            hasher.ofCustomer(link.brandId(), link.customerId()),
            link.network(),
            hasher.of(link.network(), link.accountId()));
    int partition = Objects.requireNonNull(partitions).of(hashed.key());
    IdentityFact fact = new IdentityFact(hashed, link.isConsented(), source);
    out.get(ReadTags.IDENTITIES).output(KV.of(partition, Encoded.of(fact)));
  }
}
