package dev.earshot.pipelines.listen.duplicates;

import dev.earshot.models.duplicates.ConnectedComponents;
import dev.earshot.models.duplicates.DuplicateEdge;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.ClusterAssignment;
import dev.earshot.pipelines.run.Partitions;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Joins linked posts to clusters, each named by its earliest post. */
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
    try (ConnectedComponents components = new ConnectedComponents()) {
      for (byte[] chunk : edges.getValue()) {
        for (DuplicateEdge edge : EdgeChunks.edges(chunk)) {
          components.add(edge);
        }
      }
      components.forEach(
          (post, head) ->
              out.output(
                  KV.of(
                      partitions.of(post),
                      Encoded.of(AboutPost.of(post, new ClusterAssignment(post, head))))));
    }
  }
}
