package dev.earshot.pipelines.listen.duplicates;

import dev.earshot.models.duplicates.DuplicateEdge;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.values.KV;

/**
 * Packs edges between near-duplicates: a shuffle of a few large values costs far less than one of
 * many small ones.
 */
final class EdgeChunks {
  private static final int ONLY_KEY = 0;
  private static final int EDGE_BYTES = 4 * Long.BYTES;
  private static final int CHUNK_BYTES = 256 * EDGE_BYTES;

  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);

  /** Adds an edge; a full chunk goes to {@code out}. */
  void add(DuplicateEdge edge, Consumer<KV<Integer, byte[]>> out) {
    chunk
        .putLong(edge.laterId())
        .putLong(edge.laterPostedAtMicros())
        .putLong(edge.earlierId())
        .putLong(edge.earlierPostedAtMicros());
    if (!chunk.hasRemaining()) {
      flush(out);
    }
  }

  /** Sends what is there. */
  void flush(Consumer<KV<Integer, byte[]>> out) {
    if (chunk.position() > 0) {
      out.accept(KV.of(ONLY_KEY, Arrays.copyOf(chunk.array(), chunk.position())));
      chunk.clear();
    }
  }

  /** The edges of a chunk. */
  static List<DuplicateEdge> edges(byte[] bytes) {
    List<DuplicateEdge> edges = new ArrayList<>(bytes.length / EDGE_BYTES);
    for (ByteBuffer chunk = ByteBuffer.wrap(bytes); chunk.hasRemaining(); ) {
      edges.add(
          new DuplicateEdge(chunk.getLong(), chunk.getLong(), chunk.getLong(), chunk.getLong()));
    }
    return edges;
  }
}
