package dev.earshot.pipelines.sources.canonical;

import dev.earshot.models.domain.OrderLine;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.OrderField;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Canonical order lines, one JSON object per line. */
public final class OrdersJson implements Source<OrderLine> {
  private final JsonLines<OrderLine> lines;

  /**
   * Reads within the limits.
   *
   * @param brandId the brand of records that name none, or null where each must
   */
  public OrdersJson(ReadLimits limits, @Nullable String brandId) {
    lines =
        new JsonLines<>(
            limits,
            OrderField.ALL,
            draft -> OrderField.complete(draft, brandId, null),
            OrderField::line);
  }

  @Override
  public Format format() {
    return Format.ORDERS_JSONL;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<OrderLine> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }
}
