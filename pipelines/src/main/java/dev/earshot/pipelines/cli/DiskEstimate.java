package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.bytes.Compression;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * About how much room a run takes, after {@code pipelines/docs/scale.md}: a million posts of 400
 * bytes took 2.7 GB of temporary files and 114 MB of tables. Texts are a sixth once compressed.
 *
 * @param temporaryBytes for what the engine in this process sorts
 * @param outputBytes for the tables, which stand beside those that they replace for a while
 */
record DiskEstimate(long temporaryBytes, long outputBytes) {
  private static final int COMPRESSED = 6;
  private static final double TEMPORARY_SHARE = 7;
  private static final double OUTPUT_SHARE = 0.3;

  /**
   * For these files.
   *
   * @param isHere whether the engine runs in this process and writes to disk
   */
  static DiskEstimate of(List<SourceFile> files, boolean isHere) {
    long bytes = 0;
    for (SourceFile file : files) {
      boolean isPlain = file.compression() == Compression.NONE;
      bytes += file.isRead() ? file.bytes() * (isPlain ? 1 : COMPRESSED) : 0;
    }
    return new DiskEstimate(
        isHere ? (long) (bytes * TEMPORARY_SHARE) : 0, (long) (bytes * OUTPUT_SHARE));
  }

  /** What is missing, in words, or null; an output in a store has room. */
  @Nullable String shortage(@Nullable Path output, Path temporary) throws IOException {
    FileStore ofTemporary = Files.getFileStore(temporary);
    FileStore ofOutput = output == null ? null : Files.getFileStore(output);
    if (ofOutput == null || !ofOutput.equals(ofTemporary)) {
      String missing = shortage(temporary, temporaryBytes, ofTemporary.getUsableSpace());
      return missing == null && ofOutput != null && output != null
          ? shortage(output, outputBytes, ofOutput.getUsableSpace())
          : missing;
    }
    return shortage(temporary, temporaryBytes + outputBytes, ofTemporary.getUsableSpace());
  }

  /** What is missing at one place, in words, or null. */
  static @Nullable String shortage(Path place, long neededBytes, long usableBytes) {
    return usableBytes >= neededBytes
        ? null
        : String.format(
            Locale.ROOT,
            "%s: about %,d MB are needed there, %,d MB are free; make room, or name another disk"
                + " (--output, or EARSHOT_JAVA_OPTIONS=-Djava.io.tmpdir=DIR)",
            place,
            megabytes(neededBytes),
            megabytes(usableBytes));
  }

  private static long megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000;
  }

  /** The estimate in words. */
  String text() {
    return String.format(
        Locale.ROOT,
        "about %,d MB for temporary files and %,d MB for tables",
        megabytes(temporaryBytes),
        megabytes(outputBytes));
  }
}
