package dev.earshot.pipelines.listen;

import dev.earshot.models.duplicates.Clusters;
import dev.earshot.models.duplicates.DuplicateEdge;
import dev.earshot.models.duplicates.Member;
import dev.earshot.models.duplicates.Signature;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Links the near-duplicates of one partition: posts under the same band key are compared by
 * signature, posts under the same origin (a post and its reposts) belong together as they are.
 */
final class FindDuplicates extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, DuplicateEdge>> {
  private static final int ID_CHARACTERS = 16;
  private static final int ONLY_KEY = 0;

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<byte[]>> partition,
      OutputReceiver<KV<Integer, DuplicateEdge>> out) {
    List<byte[]> chunks = new ArrayList<>();
    partition.getValue().forEach(chunks::add);
    Entry[] entries = entries(chunks);
    int start = 0;
    for (int i = 1; i <= entries.length; i++) {
      if (i == entries.length || entries[i].band() != entries[start].band()) {
        if (i - start > 1) {
          link(Arrays.asList(entries).subList(start, i), out);
        }
        start = i;
      }
    }
  }

  /** An entry where it stands in its chunk. */
  private record Entry(long band, ByteBuffer chunk, int offset) {
    long post() {
      return chunk.getLong(offset + Long.BYTES);
    }

    long at() {
      return chunk.getLong(offset + 2 * Long.BYTES);
    }

    Member member() {
      byte[] signature = new byte[Signature.BYTES];
      chunk.get(offset + 3 * Long.BYTES, signature);
      HexFormat hex = HexFormat.of();
      String id = hex.toHexDigits(post()) + hex.toHexDigits(at());
      return new Member(id, at(), Signature.of(signature));
    }
  }

  private static Entry[] entries(List<byte[]> chunks) {
    int size = 0;
    for (byte[] chunk : chunks) {
      size += chunk.length / NearDuplicateBuffer.ENTRY_BYTES;
    }
    Entry[] entries = new Entry[size];
    int next = 0;
    for (byte[] bytes : chunks) {
      ByteBuffer chunk = ByteBuffer.wrap(bytes);
      for (int at = 0; at < bytes.length; at += NearDuplicateBuffer.ENTRY_BYTES) {
        entries[next++] = new Entry(chunk.getLong(at), chunk, at);
      }
    }
    Arrays.sort(entries, Comparator.comparingLong(Entry::band));
    return entries;
  }

  /** The signature of an origin is all zero, so that a post and its reposts agree fully. */
  private static void link(List<Entry> group, OutputReceiver<KV<Integer, DuplicateEdge>> out) {
    long first = group.get(0).post();
    if (group.stream().anyMatch(entry -> entry.post() != first)) {
      List<Member> members = group.stream().map(Entry::member).toList();
      Clusters.link(members, edge -> out.output(KV.of(ONLY_KEY, edge)));
    }
  }

  /** The fingerprint of the post that a member of an edge stands for. */
  static long postOf(String memberId) {
    return HexFormat.fromHexDigitsToLong(memberId, 0, ID_CHARACTERS);
  }
}
