package dev.earshot.pipelines.stores.s3;

import dev.earshot.pipelines.stores.ConflictException;
import dev.earshot.pipelines.stores.ObjectLocation;
import dev.earshot.pipelines.stores.ObjectStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3's conditional writes: {@code If-None-Match: *} and {@code If-Match} with an ETag. */
final class S3Store implements ObjectStore {
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client client;

  S3Store(S3Client client) {
    this.client = client;
  }

  @Override
  public @Nullable Versioned read(String location) throws IOException {
    ObjectLocation place = ObjectLocation.of(location);
    try {
      ResponseBytes<GetObjectResponse> object =
          client.getObjectAsBytes(get -> get.bucket(place.bucket()).key(place.name()));
      return new Versioned(object.asUtf8String(), object.response().eTag());
    } catch (NoSuchKeyException e) {
      return null;
    } catch (SdkException e) {
      throw new IOException(location + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String write(String location, String content, @Nullable String expected)
      throws IOException {
    ObjectLocation place = ObjectLocation.of(location);
    try {
      // The SDK that Beam brings knows these headers by no other name yet.
      return client
          .putObject(
              put ->
                  put.bucket(place.bucket())
                      .key(place.name())
                      .contentType("application/json")
                      .cacheControl("no-store")
                      .overrideConfiguration(
                          request ->
                              request.putHeader(
                                  expected == null ? "If-None-Match" : "If-Match",
                                  expected == null ? "*" : expected)),
              RequestBody.fromString(content))
          .eTag();
    } catch (NoSuchKeyException e) {
      throw new ConflictException(location);
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        throw new ConflictException(location);
      }
      throw new IOException(location + ": " + e.getMessage(), e);
    } catch (SdkException e) {
      throw new IOException(location + ": " + e.getMessage(), e);
    }
  }
}
