package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.tables.ConversationRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the step that groups by person gives. */
final class PeopleTags {
  static final TupleTag<KV<CellKey, WindowDelta>> WINDOWS = new TupleTag<>("windows") {};
  static final TupleTag<KV<PhraseKey, PhraseCount>> PHRASES = new TupleTag<>("phrases") {};
  static final TupleTag<KV<Long, Encoded<ConversationRow>>> CONVERSATIONS =
      new TupleTag<>("conversations") {};
  static final TupleTag<InboxFact> INBOX = new TupleTag<>("inbox") {};

  private PeopleTags() {}
}
