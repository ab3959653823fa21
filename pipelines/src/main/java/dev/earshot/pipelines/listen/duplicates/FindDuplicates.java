package dev.earshot.pipelines.listen.duplicates;

import dev.earshot.models.duplicates.Clusters;
import dev.earshot.models.duplicates.Member;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Links the near-duplicates of one partition: posts under the same band key are compared by
 * signature.
 */
public final class FindDuplicates extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<KV<Integer, byte[]>> out) {
    List<byte[]> chunks = new ArrayList<>();
    partition.getValue().forEach(chunks::add);
    Entry[] entries = entries(chunks);
    EdgeChunks edges = new EdgeChunks();
    int start = 0;
    for (int i = 1; i <= entries.length; i++) {
      if (i == entries.length || entries[i].band() != entries[start].band()) {
        if (i - start > 1) {
          List<Entry> group = Arrays.asList(entries).subList(start, i);
          Clusters.link(
              group.stream().map(Entry::member).toList(), edge -> edges.add(edge, out::output));
        }
        start = i;
      }
    }
    edges.flush(out::output);
  }

  /** An entry where it stands in its chunk. */
  private record Entry(long band, ByteBuffer chunk, int offset) {
    Member member() {
      return NearDuplicateBuffer.member(chunk, offset);
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
        entries[next++] = new Entry(NearDuplicateBuffer.band(chunk, at), chunk, at);
      }
    }
    Arrays.sort(entries, Comparator.comparingLong(Entry::band));
    return entries;
  }
}
