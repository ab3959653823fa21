package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.spec.OwnerFile;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/** Whose exports the files are, where that stands in another file of the same folder. */
final class ExportOwners {
  private final Map<String, Optional<ExportOwner>> byFile = new ConcurrentHashMap<>();

  /** The owner of the export that a file is part of; null where unknown or of no use. */
  @Nullable ExportOwner of(ResourceId file, Format format) throws IOException {
    OwnerFile kind = Formats.of(format).ownerFile();
    if (kind == null) {
      return null;
    }
    String path = file.getCurrentDirectory() + kind.name();
    Optional<ExportOwner> known = byFile.get(path);
    if (known == null) {
      known = read(path, kind);
      byFile.put(path, known);
    }
    return known.orElse(null);
  }

  private static Optional<ExportOwner> read(String path, OwnerFile kind) throws IOException {
    for (Metadata match : FileSystems.match(path, EmptyMatchTreatment.ALLOW).metadata()) {
      try (ReadableByteChannel channel = FileSystems.open(match.resourceId())) {
        return FileHead.read(channel, ReadLimits.DEFAULT).owner(kind);
      }
    }
    return Optional.empty();
  }
}
