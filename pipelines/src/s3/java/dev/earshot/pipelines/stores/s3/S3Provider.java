package dev.earshot.pipelines.stores.s3;

import com.google.auto.service.AutoService;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.stores.StoreProvider;
import java.io.IOException;
import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.options.S3Options.S3UploadBufferSizeBytesFactory;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.InstanceBuilder;
import software.amazon.awssdk.core.exception.SdkException;

/** Opens S3 with the region, endpoint and credentials of Beam's options. */
@AutoService(StoreProvider.class)
public final class S3Provider implements StoreProvider {
  /** Each file that is being written has such a buffer; Beam's 64 MiB are too much for a table each. */
  private static final int UPLOAD_BUFFER_BYTES = 8 << 20;

  @Override
  public String scheme() {
    return "s3";
  }

  @Override
  public ObjectStore open(PipelineOptions options) throws IOException {
    S3Options s3 = options.as(S3Options.class);
    if (s3.getEndpoint() != null
        && s3.getS3ClientFactoryClass() == DefaultS3ClientBuilderFactory.class) {
      s3.setS3ClientFactoryClass(PathStyle.class);
    }
    Integer usual = new S3UploadBufferSizeBytesFactory().create(options);
    if (s3.getS3UploadBufferSizeBytes().equals(usual)) {
      s3.setS3UploadBufferSizeBytes(UPLOAD_BUFFER_BYTES);
    }
    try {
      return new S3Store(
          InstanceBuilder.ofType(S3ClientBuilderFactory.class)
              .fromClass(s3.getS3ClientFactoryClass())
              .build()
              .createBuilder(s3)
              .build());
    } catch (SdkException e) {
      throw new IOException("S3: " + e.getMessage(), e);
    }
  }
}
