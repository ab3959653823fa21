package dev.earshot.pipelines.sources.bytes;

import java.io.Serializable;

/**
 * Limits of what reading a file may cost, and of how late its records may be. Every buffer of the
 * readers is bounded by {@code maxRecordBytes}.
 *
 * <p>The expansion ratio stops decompression bombs by the time they take; their memory is bounded
 * anyhow. Deflate cannot exceed 1,032:1, and a real spreadsheet export with a million empty rows
 * reaches 142:1, so the default of 2,000:1 never stops a gzip file; a Zstandard bomb of 10,000:1 is
 * stopped. The first {@value #UNCHECKED_EXPANSION_BYTES} decompressed bytes are free.
 *
 * @param maxRecordBytes longest line or CSV record, in bytes, without its line end
 * @param maxExpansionRatio decompressed bytes for one compressed byte
 * @param maxDecompressedBytes decompressed bytes of one file
 * @param latestMicros records with a later time are rejected, UTC microseconds
 */
public record ReadLimits(
    int maxRecordBytes, int maxExpansionRatio, long maxDecompressedBytes, long latestMicros)
    implements Serializable {
  /** Decompressed bytes before the expansion ratio is looked at. */
  public static final long UNCHECKED_EXPANSION_BYTES = 16L << 20;

  /** Records of 1 MiB, an expansion of 2,000:1, 1 TiB for one decompressed file. */
  public static final ReadLimits DEFAULT = new ReadLimits(1 << 20, 2_000, 1L << 40);

  /** Limits that any time is within. */
  public ReadLimits(int maxRecordBytes, int maxExpansionRatio, long maxDecompressedBytes) {
    this(maxRecordBytes, maxExpansionRatio, maxDecompressedBytes, Long.MAX_VALUE);
  }

  /** The same limits with a latest time. */
  public ReadLimits withLatest(long micros) {
    return new ReadLimits(maxRecordBytes, maxExpansionRatio, maxDecompressedBytes, micros);
  }

  /** Checks that records have 1 to 2^28 bytes and that the other limits are positive. */
  public ReadLimits {
    if (maxRecordBytes < 1 || maxRecordBytes > 1 << 28) {
      throw new IllegalArgumentException("maxRecordBytes must be 1 to 2^28: " + maxRecordBytes);
    }
    if (maxExpansionRatio < 1) {
      throw new IllegalArgumentException("maxExpansionRatio must be positive");
    }
    if (maxDecompressedBytes < 1) {
      throw new IllegalArgumentException("maxDecompressedBytes must be positive");
    }
  }
}
