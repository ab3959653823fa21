package dev.earshot.pipelines.sources.canonical;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.ProfileField;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Canonical profiles of accounts, one JSON object per line. */
public final class ProfilesJson implements Source<AccountProfile> {
  private final JsonLines<AccountProfile> lines;

  /** Reads within the limits. */
  public ProfilesJson(ReadLimits limits) {
    lines = new JsonLines<>(limits, ProfileField.ALL, ProfileField::check, ProfileField::profile);
  }

  @Override
  public Format format() {
    return Format.PROFILES_JSONL;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<AccountProfile> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }
}
