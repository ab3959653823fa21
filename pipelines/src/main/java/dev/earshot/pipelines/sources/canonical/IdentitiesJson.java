package dev.earshot.pipelines.sources.canonical;

import dev.earshot.models.domain.IdentityLink;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.IdentityField;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Canonical links between customers and accounts, one JSON object per line. */
public final class IdentitiesJson implements Source<IdentityLink> {
  private final JsonLines<IdentityLink> lines;

  /**
   * Reads within the limits.
   *
   * @param brandId the brand of records that name none, or null where each must
   */
  public IdentitiesJson(ReadLimits limits, @Nullable String brandId) {
    lines =
        new JsonLines<>(
            limits,
            IdentityField.ALL,
            draft -> IdentityField.completeBrand(draft, IdentityField.BRAND_ID, brandId),
            IdentityField::link);
  }

  @Override
  public Format format() {
    return Format.IDENTITIES_JSONL;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<IdentityLink> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }
}
