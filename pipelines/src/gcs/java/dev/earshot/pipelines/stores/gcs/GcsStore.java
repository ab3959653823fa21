package dev.earshot.pipelines.stores.gcs;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.StorageObject;
import dev.earshot.pipelines.stores.ConflictException;
import dev.earshot.pipelines.stores.ObjectLocation;
import dev.earshot.pipelines.stores.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Conditional writes of Google Cloud Storage, by an object's generation. */
final class GcsStore implements ObjectStore {
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final long ABSENT = 0;

  private final Storage client;

  GcsStore(Storage client) {
    this.client = client;
  }

  @Override
  public @Nullable Versioned read(String location) throws IOException {
    ObjectLocation place = ObjectLocation.of(location);
    try {
      Long generation = client.objects().get(place.bucket(), place.name()).execute().getGeneration();
      try (InputStream content =
          client
              .objects()
              .get(place.bucket(), place.name())
              .setGeneration(generation)
              .executeMediaAsInputStream()) {
        return new Versioned(
            new String(content.readAllBytes(), StandardCharsets.UTF_8), generation.toString());
      }
    } catch (GoogleJsonResponseException e) {
      if (e.getStatusCode() == NOT_FOUND) {
        return null;
      }
      throw new IOException(location + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String write(String location, String content, @Nullable String expected)
      throws IOException {
    ObjectLocation place = ObjectLocation.of(location);
    Storage.Objects.Insert insert =
        client
            .objects()
            .insert(
                place.bucket(),
                new StorageObject().setName(place.name()).setCacheControl("no-store"),
                new ByteArrayContent(
                    "application/json", content.getBytes(StandardCharsets.UTF_8)))
            .setIfGenerationMatch(expected == null ? ABSENT : Long.parseLong(expected));
    insert.getMediaHttpUploader().setDirectUploadEnabled(true).setDisableGZipContent(true);
    try {
      return insert.execute().getGeneration().toString();
    } catch (GoogleJsonResponseException e) {
      if (e.getStatusCode() == PRECONDITION_FAILED) {
        throw new ConflictException(location);
      }
      throw new IOException(location + ": " + e.getMessage(), e);
    }
  }
}
