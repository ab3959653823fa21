package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.IdentityLink;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.sources.Source;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Reads links between customers and accounts. Both ids end here. */
final class ReadIdentities extends ReadRecords<IdentityLink, Encoded<IdentityFact>> {
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable Partitions partitions;

  ReadIdentities(ListenSettings settings) {
    super(settings);
  }

  @Setup
  public void setup() {
    pseudonyms = workbench().pseudonyms();
    partitions = new Partitions(settings().inputBytes());
  }

  @Override
  Source<IdentityLink> source(SourceFile file) {
    return Sources.identities(file, settings());
  }

  @Override
  void read(IdentityLink link, int source, long byteOffset, MultiOutputReceiver out) {
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
