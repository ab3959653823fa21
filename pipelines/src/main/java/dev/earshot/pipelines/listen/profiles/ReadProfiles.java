package dev.earshot.pipelines.listen.profiles;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.facts.RecordPlace;
import dev.earshot.pipelines.listen.read.AccountLooks;
import dev.earshot.pipelines.listen.read.ReadRecords;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Reads profiles of accounts. */
final class ReadProfiles extends ReadRecords<AccountProfile, Encoded<ProfileFact>> {
  private transient @Nullable AccountLooks looks;
  private transient @Nullable Partitions partitions;

  ReadProfiles(RunSettings settings) {
    super(settings, AccountProfile.class);
  }

  @Setup
  public void setup() {
    looks = new AccountLooks(workbench().brands(), workbench().pseudonyms());
    partitions = new Partitions(settings().inputBytes());
  }

  @Override
  protected void read(
      AccountProfile profile, int source, long byteOffset, MultiOutputReceiver out) {
    if (settings().isAfterClock(Objects.requireNonNull(profile.observedAtMicros()))) {
      tally().outOfScope(source, false);
      return;
    }
    ProfileFact fact =
        Objects.requireNonNull(looks).fact(profile, new RecordPlace(source, byteOffset), true);
    int partition = Objects.requireNonNull(partitions).of(fact.key());
    out.get(ReadTags.PROFILES).output(KV.of(partition, Encoded.of(fact)));
  }
}
