package dev.earshot.pipelines.listen.profiles;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.facts.ProfileFact.AccountDay;
import dev.earshot.pipelines.listen.read.LedgerFn;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.AccountProfileRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of each account the newest look of each day. What was told beside posts is no record, and
 * has no place in the books.
 */
final class ResolveProfiles
    extends LedgerFn<KV<Integer, Iterable<Encoded<ProfileFact>>>, ProfileFact> {
  private final RunSettings settings;
  private transient @Nullable FileKeys files;

  ResolveProfiles(RunSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void setup() {
    files = FileKeys.of(settings.inputBytes());
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<ProfileFact>>> partition, MultiOutputReceiver out) {
    Map<AccountDay, ProfileFact> newest = new HashMap<>();
    for (Encoded<ProfileFact> encoded : partition.getValue()) {
      newest.merge(encoded.value().day(), encoded.value(), this::newer);
    }
    newest.forEach((day, fact) -> resolve(day.day(), fact, out));
  }

  private ProfileFact newer(ProfileFact one, ProfileFact other) {
    boolean isOneNewer = ProfileFact.NEWEST.compare(one, other) <= 0;
    ProfileFact older = isOneNewer ? other : one;
    if (older.isRecord()) {
      tally().duplicate(older.place().source());
    }
    return isOneNewer ? one : other;
  }

  private void resolve(int day, ProfileFact fact, MultiOutputReceiver out) {
    boolean isPublished = settings.dates().holds(day);
    int source = fact.place().source();
    if (fact.isRecord() && isPublished) {
      tally().accepted(source);
    } else if (fact.isRecord()) {
      tally().outOfScope(source, true);
    }
    out.get(ProfileTags.PROFILES).output(fact);
    if (isPublished) {
      out.get(ProfileTags.ROWS).output(Objects.requireNonNull(files).assign(row(fact, day)));
    }
  }

  private AccountProfileRow row(ProfileFact fact, int day) {
    ProfileFact.Look look = fact.look();
    return new AccountProfileRow(
        fact.brandId(),
        fact.account().id(),
        settings.runId(),
        fact.account().network(),
        Tables.METRIC_VERSION,
        look.ageDayCount(),
        look.followerCount(),
        look.followingCount(),
        look.postCount(),
        look.hasPicture(),
        look.hasBiography(),
        look.isVerified(),
        fact.observedAtMicros(),
        day);
  }
}
