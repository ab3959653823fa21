package dev.earshot.pipelines.run;

/** A key of which there are many with little under each, see {@link GroupInPartitions}. */
public interface PartitionKey {
  /** The same for equal keys, and seldom for others; says in which partition they meet. */
  long fingerprint();
}
