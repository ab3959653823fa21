package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the step that resolves posts gives. */
final class ResolveTags {
  static final TupleTag<KV<Long, Encoded<BrandMentionRow>>> MENTIONS =
      new TupleTag<>("mentions") {};
  static final TupleTag<KV<Long, Encoded<PostEngagementSnapshotRow>>> SNAPSHOTS =
      new TupleTag<>("snapshots") {};
  static final TupleTag<KV<Long, Encoded<BrandResponseRow>>> RESPONSES =
      new TupleTag<>("responses") {};
  static final TupleTag<KV<Integer, Encoded<PersonFact>>> PEOPLE =
      new TupleTag<>("public people") {};
  static final TupleTag<LinkFact> LINKS = new TupleTag<>("links") {};
  static final TupleTag<InteractionFact> INTERACTIONS = new TupleTag<>("interactions") {};
  static final TupleTag<OwnPostFact> OWN_POSTS = new TupleTag<>("own posts") {};

  private ResolveTags() {}
}
