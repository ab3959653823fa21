package dev.earshot.pipelines.listen.profiles;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.tables.AccountProfileRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the steps that resolve profiles give. */
public final class ProfileTags {
  /** Rows of the dates that the run publishes. */
  public static final TupleTag<KV<Long, Encoded<AccountProfileRow>>> ROWS =
      new TupleTag<>("profile rows") {};

  /** The newest look at each account on each day, of all dates. */
  public static final TupleTag<ProfileFact> PROFILES = new TupleTag<>("account profiles") {};

  private ProfileTags() {}
}
