package dev.earshot.pipelines.stores.gcs;

import com.google.auto.service.AutoService;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.stores.StoreProvider;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.apache.beam.sdk.options.PipelineOptions;

/** Opens Google Cloud Storage with the endpoint and credentials of Beam's options. */
@AutoService(StoreProvider.class)
public final class GcsProvider implements StoreProvider {
  /** Each file that is being written has such a buffer. */
  private static final int UPLOAD_BUFFER_BYTES = 8 << 20;

  @Override
  public String scheme() {
    return "gs";
  }

  @Override
  public ObjectStore open(PipelineOptions options) {
    GcsOptions gcs = options.as(GcsOptions.class);
    if (gcs.getGcsUploadBufferSizeBytes() == null) {
      gcs.setGcsUploadBufferSizeBytes(UPLOAD_BUFFER_BYTES);
    }
    return new GcsStore(Transport.newStorageClient(gcs).build());
  }
}
