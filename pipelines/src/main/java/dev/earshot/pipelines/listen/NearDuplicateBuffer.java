package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.duplicates.MinHash;
import dev.earshot.models.duplicates.Signature;
import dev.earshot.pipelines.beam.Fingerprints;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Collects what near-duplicate detection needs of each post, in chunks by partition: a shuffle of a
 * few large values costs far less than one of many small ones.
 */
final class NearDuplicateBuffer {
  /** Bytes of an entry: band key, post, time, and the signature. */
  static final int ENTRY_BYTES = 3 * Long.BYTES + Signature.BYTES;

  private static final int CHUNK_ENTRIES = 128;
  private static final long INPUT_BYTES_PER_PARTITION = 16L << 20;
  private static final int MAXIMUM_PARTITIONS = 4096;
  private static final byte[] NO_SIGNATURE = new byte[Signature.BYTES];

  private final MinHash minHash = new MinHash();
  private final @Nullable ByteBuffer[] chunks;

  /** A buffer whose number of partitions follows from the size of the input alone. */
  NearDuplicateBuffer(long inputBytes) {
    long partitions = 1 + inputBytes / INPUT_BYTES_PER_PARTITION;
    chunks = new ByteBuffer[(int) Math.min(partitions, MAXIMUM_PARTITIONS)];
  }

  /** Adds a post; a full chunk goes to {@code out}. */
  void add(long post, PostVersion version, Consumer<KV<Integer, byte[]>> out) {
    long brands = 0;
    for (BrandMatch match : version.matches()) {
      brands = Fingerprints.mix(brands + match.brandId().hashCode());
    }
    long origin =
        version.repostOfPostId() == null
            ? post
            : Fingerprints.of(version.network(), version.repostOfPostId());
    put(Fingerprints.mix(origin), post, version.postedAtMicros(), NO_SIGNATURE, out);
    Signature signature = minHash.of(version.text());
    if (signature != null) {
      byte[] bytes = signature.toBytes();
      for (long band : signature.bandKeys()) {
        put(Fingerprints.mix(band + 1) ^ brands, post, version.postedAtMicros(), bytes, out);
      }
    }
  }

  private void put(
      long band, long post, long at, byte[] signature, Consumer<KV<Integer, byte[]>> out) {
    int partition = Math.floorMod(Fingerprints.mix(band), chunks.length);
    ByteBuffer chunk = chunks[partition];
    if (chunk == null) {
      chunk = ByteBuffer.allocate(CHUNK_ENTRIES * ENTRY_BYTES);
      chunks[partition] = chunk;
    }
    chunk.putLong(band).putLong(post).putLong(at).put(signature);
    if (!chunk.hasRemaining()) {
      out.accept(KV.of(partition, drain(chunk)));
    }
  }

  private static byte[] drain(ByteBuffer chunk) {
    byte[] bytes = new byte[chunk.position()];
    chunk.flip().get(bytes);
    chunk.clear();
    return bytes;
  }

  /** Sends all chunks that hold something. */
  void flush(Consumer<KV<Integer, byte[]>> out) {
    for (int partition = 0; partition < chunks.length; partition++) {
      ByteBuffer chunk = chunks[partition];
      if (chunk != null && chunk.position() > 0) {
        out.accept(KV.of(partition, drain(chunk)));
      }
    }
  }
}
