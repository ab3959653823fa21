package dev.earshot.pipelines.stores.gcs;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.extensions.gcp.storage.GcsResourceId;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

/** A build with the profile knows the store; what the store itself does is not tested. */
class GcsStoreTest {
  private static final String LOCATION = "gs://earshot/out/_current.json";

  @Test
  void locationsAreOfBeamsFileSystem() throws IOException {
    GcpOptions options = PipelineOptionsFactory.create().as(GcpOptions.class);
    options.setCredentialFactoryClass(NoopCredentialFactory.class);
    Stores stores = Stores.open(List.of(LOCATION), options);
    assertInstanceOf(GcsStore.class, stores.of(LOCATION));
    assertInstanceOf(GcsResourceId.class, FileSystems.matchNewResource(LOCATION, false));
  }
}
