package dev.earshot.pipelines.sources.canonical;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Canonical posts, one JSON object per line. */
public final class PostsJson implements Source<Post> {
  private final JsonLines<Post> lines;

  /** Reads within the limits. */
  public PostsJson(ReadLimits limits) {
    lines = new JsonLines<>(limits, PostField.ALL, PostsJson::check, PostField::post);
  }

  private static void check(RecordDraft draft) {
    if (draft.isPresent(PostField.ENGAGEMENT) && !draft.isPresent(PostField.OBSERVED_AT)) {
      draft.fail(PostField.OBSERVED_AT, RejectionReason.MISSING_FIELD);
    }
  }

  @Override
  public Format format() {
    return Format.POSTS_JSONL;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Post> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }
}
