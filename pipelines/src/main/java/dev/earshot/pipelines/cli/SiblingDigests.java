package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.beam.Sha256;
import dev.earshot.pipelines.run.SiblingFiles;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.recognise.Formats;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/** What the files hold that are read for the records of others, told by their digests. */
final class SiblingDigests {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Map<String, String> byFile = new ConcurrentHashMap<>();

  /** The digest of the file that is read beside one of that format; empty where there is none. */
  String of(ResourceId file, Format format) throws IOException {
    String name = Formats.of(format).sibling();
    if (name == null) {
      return "";
    }
    String path = file.getCurrentDirectory() + name;
    String known = byFile.get(path);
    if (known == null) {
      try (ReadableByteChannel channel = SiblingFiles.of(file.toString()).open(name)) {
        known = digest(channel);
      }
      byFile.put(path, known);
    }
    return known;
  }

  private static String digest(@Nullable ReadableByteChannel channel) throws IOException {
    if (channel == null) {
      return "";
    }
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (channel.read(buffer) >= 0) {
      digest.update(buffer.flip());
      buffer.clear();
    }
    return Sha256.hex(digest);
  }
}
