package dev.earshot.pipelines.listen.duplicates;

import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.duplicates.Clusters;
import dev.earshot.models.duplicates.DuplicateEdge;
import dev.earshot.models.duplicates.Member;
import dev.earshot.models.duplicates.MinHash;
import dev.earshot.models.duplicates.Signature;
import dev.earshot.models.statistics.basics.SplitMix64;
import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.facts.PostVersion;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Collects what near-duplicate detection needs of each post, in chunks by partition: a shuffle of a
 * few large values costs far less than one of many small ones. Of the entries of a chunk that agree
 * fully and are of one block of days, as the copies and reposts of one post do, only the earliest
 * is kept, and the others are linked to it; so a text that is posted a million times does not meet
 * in one place.
 */
public final class NearDuplicateBuffer {
  /** Bytes of an entry: post, time, band key, and the signature. */
  static final int ENTRY_BYTES = 3 * Long.BYTES + Signature.BYTES;

  private static final int BAND = 2 * Long.BYTES;
  private static final int MAXIMUM_ENTRIES = 128;
  private static final int MINIMUM_ENTRIES = 8;
  private static final int BUFFER_BYTES = 16 << 20;
  private static final long INPUT_BYTES_PER_PARTITION = 16L << 20;
  private static final int MAXIMUM_PARTITIONS = 1 << 15;

  private final MinHash minHash = new MinHash();
  private final EdgeChunks edges = new EdgeChunks();
  private final @Nullable ByteBuffer[] chunks;
  private final int chunkBytes;

  /** A buffer whose number of partitions follows from the size of the input alone. */
  public NearDuplicateBuffer(long inputBytes) {
    long partitions = 1 + inputBytes / INPUT_BYTES_PER_PARTITION;
    chunks = new ByteBuffer[(int) Math.min(partitions, MAXIMUM_PARTITIONS)];
    int share = BUFFER_BYTES / chunks.length / ENTRY_BYTES;
    chunkBytes = ENTRY_BYTES * Math.max(MINIMUM_ENTRIES, Math.min(share, MAXIMUM_ENTRIES));
  }

  /** Takes what is full: chunks of entries by partition, and chunks of {@link EdgeChunks}. */
  public record Outputs(
      Consumer<KV<Integer, byte[]>> entries, Consumer<KV<Integer, byte[]>> edges) {}

  /**
   * Adds a post; a full chunk goes to {@code out}. Posts can only be copies where they name the
   * same brands and the same words decide what they say; short ones without a link only of one
   * author.
   */
  public void add(long post, PostVersion version, Outputs out) {
    long group = 0;
    for (BrandMatch match : version.matches()) {
      group = SplitMix64.mix(group + match.brandId().hashCode());
    }
    Signature signature = minHash.of(version.content().text());
    if (signature != null) {
      group ^= SplitMix64.mix(minHash.decidingWords());
      if (!minHash.isLong() && !hasLink(version)) {
        group ^= Fingerprints.of(version.network(), version.authorId());
      }
      byte[] bytes = signature.toBytes();
      for (long band : signature.bandKeys()) {
        put(SplitMix64.mix(band + 1) ^ group, post, version.postedAtMicros(), bytes, out);
      }
    }
  }

  private static boolean hasLink(PostVersion version) {
    return !version.content().links().isEmpty() || version.content().text().contains("://");
  }

  private void put(long band, long post, long at, byte[] signature, Outputs out) {
    int partition = Math.floorMod(SplitMix64.mix(band), chunks.length);
    ByteBuffer chunk = chunks[partition];
    if (chunk == null) {
      chunk = ByteBuffer.allocate(chunkBytes);
      chunks[partition] = chunk;
    }
    chunk.putLong(post).putLong(at).putLong(band).put(signature);
    if (!chunk.hasRemaining()) {
      combine(chunk, out);
      if (2 * chunk.position() > chunkBytes) {
        out.entries().accept(KV.of(partition, drain(chunk)));
      }
    }
  }

  /** What entries agree in that are one: band key and signature as they stand, and the block. */
  private record Same(ByteBuffer bandAndSignature, long block) {
    static Same of(ByteBuffer chunk, int offset) {
      return new Same(
          chunk.slice(offset + BAND, ENTRY_BYTES - BAND),
          Clusters.block(chunk.getLong(offset + Long.BYTES)));
    }
  }

  /** Keeps the earliest of the entries with the same band key, signature and block. */
  private void combine(ByteBuffer chunk, Outputs out) {
    Map<Same, Integer> kept = new HashMap<>();
    int end = chunk.position();
    int to = 0;
    for (int from = 0; from < end; from += ENTRY_BYTES) {
      Integer known = kept.get(Same.of(chunk, from));
      if (known == null) {
        chunk.put(to, chunk, from, ENTRY_BYTES);
        kept.put(Same.of(chunk, to), to);
        to += ENTRY_BYTES;
        continue;
      }
      Member one = member(chunk, from);
      Member other = member(chunk, known);
      if (one.compareTo(other) != 0) {
        edges.add(DuplicateEdge.between(one, other), out.edges());
      }
      if (one.compareTo(other) < 0) {
        chunk.put(known, chunk, from, BAND);
      }
    }
    chunk.position(to);
  }

  private static byte[] drain(ByteBuffer chunk) {
    byte[] bytes = new byte[chunk.position()];
    chunk.flip().get(bytes);
    chunk.clear();
    return bytes;
  }

  /** Sends all chunks that hold something. */
  public void flush(Outputs out) {
    for (int partition = 0; partition < chunks.length; partition++) {
      ByteBuffer chunk = chunks[partition];
      if (chunk != null && chunk.position() > 0) {
        combine(chunk, out);
        out.entries().accept(KV.of(partition, drain(chunk)));
      }
    }
    edges.flush(out.edges());
  }

  /** The band key of the entry at an offset of a chunk. */
  static long band(ByteBuffer chunk, int offset) {
    return chunk.getLong(offset + BAND);
  }

  /** The post, time and signature of the entry at an offset of a chunk. */
  static Member member(ByteBuffer chunk, int offset) {
    byte[] signature = new byte[Signature.BYTES];
    chunk.get(offset + 3 * Long.BYTES, signature);
    return new Member(
        chunk.getLong(offset), chunk.getLong(offset + Long.BYTES), Signature.of(signature));
  }
}
