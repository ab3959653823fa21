package dev.earshot.pipelines.listen.duplicates;

import dev.earshot.models.duplicates.DuplicateEdge;
import dev.earshot.models.duplicates.EarliestParents;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.ClusterAssignment;
import dev.earshot.pipelines.run.Partitions;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Names the clusters that links between posts span. */
public final class NameClusters
    extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, Encoded<AboutPost>>> {
  private final long inputBytes;

  public NameClusters(long inputBytes) {
    this.inputBytes = inputBytes;
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<byte[]>> edges,
      OutputReceiver<KV<Integer, Encoded<AboutPost>>> out)
      throws IOException {
    Partitions partitions = new Partitions(inputBytes);
    try (EarliestParents parents = new EarliestParents()) {
      for (byte[] chunk : edges.getValue()) {
        for (DuplicateEdge edge : EdgeChunks.edges(chunk)) {
          parents.add(edge);
        }
      }
      parents.forEach(
          (post, head) ->
              out.output(
                  KV.of(
                      partitions.of(post),
                      Encoded.of(new AboutPost(post, new ClusterAssignment(post, head))))));
    }
  }
}
