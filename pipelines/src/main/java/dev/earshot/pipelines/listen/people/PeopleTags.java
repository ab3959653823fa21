package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import dev.earshot.pipelines.facts.SpokenFact;
import dev.earshot.pipelines.tables.ConversationRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the step that groups by person gives. */
public final class PeopleTags {
  public static final TupleTag<KV<MentionCell, CellContribution>> WINDOWS =
      new TupleTag<>("windows") {};
  public static final TupleTag<KV<PhraseKey, PhraseCount>> PHRASES = new TupleTag<>("phrases") {};
  public static final TupleTag<KV<Long, Encoded<ConversationRow>>> CONVERSATIONS =
      new TupleTag<>("conversations") {};
  public static final TupleTag<InboxFact> INBOX = new TupleTag<>("inbox") {};
  public static final TupleTag<SpokenFact> SPOKEN = new TupleTag<>("spoken") {};

  private PeopleTags() {}
}
