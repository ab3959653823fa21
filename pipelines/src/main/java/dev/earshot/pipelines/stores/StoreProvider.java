package dev.earshot.pipelines.stores;

import java.io.IOException;
import org.apache.beam.sdk.options.PipelineOptions;

/** One kind of object store; found as a service, since builds carry only the stores asked for. */
public interface StoreProvider {
  /** How its locations begin: {@code s3} for {@code s3://bucket/key}. */
  String scheme();

  /**
   * Opens the store as Beam's file system for it does, and settles what that leaves open in the
   * options.
   *
   * @throws IOException where it cannot be reached so, with a message for the user
   */
  ObjectStore open(PipelineOptions options) throws IOException;
}
