package dev.earshot.pipelines.sources.canonical;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.MessageField;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Canonical messages, one JSON object per line. */
public final class MessagesJson implements Source<Message> {
  private final JsonLines<Message> lines;

  /** Reads within the limits. */
  public MessagesJson(ReadLimits limits) {
    lines = new JsonLines<>(limits, MessageField.ALL, draft -> {}, MessageField::message);
  }

  @Override
  public Format format() {
    return Format.MESSAGES_JSONL;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Message> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }
}
