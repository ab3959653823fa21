package dev.earshot.pipelines.listen;

import dev.earshot.models.duplicates.ConnectedComponents;
import dev.earshot.models.duplicates.DuplicateEdge;
import dev.earshot.pipelines.beam.Encoded;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Joins linked posts to clusters, each named by its earliest post. Holds in memory the posts that
 * have a near-duplicate, no others.
 */
final class NameClusters
    extends DoFn<KV<Integer, Iterable<DuplicateEdge>>, KV<Integer, Encoded<PostFact>>> {
  private final long inputBytes;

  NameClusters(long inputBytes) {
    this.inputBytes = inputBytes;
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<DuplicateEdge>> edges,
      OutputReceiver<KV<Integer, Encoded<PostFact>>> out) {
    Partitions partitions = new Partitions(inputBytes);
    ConnectedComponents components = new ConnectedComponents();
    edges.getValue().forEach(components::add);
    components.forEach(
        (member, head) -> {
          ClusterAssignment cluster =
              new ClusterAssignment(FindDuplicates.postOf(member), FindDuplicates.postOf(head));
          out.output(
              KV.of(
                  partitions.of(cluster.post()), Encoded.of(PostFact.of(cluster.post(), cluster))));
        });
  }
}
