package dev.earshot.pipelines.listen.posts;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.InteractionFact;
import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the step that resolves posts gives. */
public final class ResolveTags {
  public static final TupleTag<KV<Long, Encoded<BrandMentionRow>>> MENTIONS =
      new TupleTag<>("mentions") {};
  public static final TupleTag<KV<Long, Encoded<PostEngagementSnapshotRow>>> SNAPSHOTS =
      new TupleTag<>("snapshots") {};
  public static final TupleTag<KV<Long, Encoded<BrandResponseRow>>> RESPONSES =
      new TupleTag<>("responses") {};
  public static final TupleTag<LinkFact> LINKS = new TupleTag<>("links") {};
  public static final TupleTag<InteractionFact> INTERACTIONS = new TupleTag<>("interactions") {};
  public static final TupleTag<OwnPostFact> OWN_POSTS = new TupleTag<>("own posts") {};

  /** What the brands posted; what they and a person did comes from the step behind. */
  public static final TupleTag<RelationFact> RELATIONS = new TupleTag<>("relations") {};

  private ResolveTags() {}
}
