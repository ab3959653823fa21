package dev.earshot.pipelines.stores;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/** Beam's view of a {@link FakeStore}: it has no rename. */
final class FakeFileSystem extends FileSystem<FakeFileSystem.Location> {
  /** An object, or a prefix that ends in a slash. */
  record Location(String text) implements ResourceId {
    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ResourceId getCurrentDirectory() {
      return new Location(text.substring(0, text.lastIndexOf('/') + 1));
    }

    @Override
    public String getScheme() {
      return FakeStore.SCHEME;
    }

    @Override
    public String getFilename() {
      return text.substring(text.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return text.endsWith("/");
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Override
  protected List<MatchResult> match(List<String> patterns) throws IOException {
    List<MatchResult> results = new ArrayList<>();
    for (String pattern : patterns) {
      String prefix = pattern.substring(0, pattern.indexOf('/', pattern.indexOf("://") + 3) + 1);
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(prefix.length()));
      List<Metadata> found = new ArrayList<>();
      for (String key : FakeStore.at(pattern).list()) {
        if (matcher.matches(Path.of(key))) {
          Path file = FakeStore.at(pattern).file(prefix + key);
          found.add(
              Metadata.builder()
                  .setResourceId(new Location(prefix + key))
                  .setSizeBytes(Files.exists(file) ? Files.size(file) : 0)
                  .setIsReadSeekEfficient(true)
                  .build());
        }
      }
      results.add(
          found.isEmpty()
              ? MatchResult.create(Status.NOT_FOUND, new FileNotFoundException(pattern))
              : MatchResult.create(Status.OK, found));
    }
    return results;
  }

  @Override
  protected WritableByteChannel create(Location location, CreateOptions options) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    return new WritableByteChannel() {
      private boolean isOpen = true;

      @Override
      public int write(ByteBuffer source) {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        content.writeBytes(bytes);
        return bytes.length;
      }

      @Override
      public boolean isOpen() {
        return isOpen;
      }

      @Override
      public void close() throws IOException {
        if (isOpen) {
          isOpen = false;
          FakeStore.at(location.text()).put(location.text(), content.toByteArray());
        }
      }
    };
  }

  @Override
  protected ReadableByteChannel open(Location location) throws IOException {
    return Files.newByteChannel(FakeStore.at(location.text()).file(location.text()));
  }

  @Override
  protected void copy(List<Location> from, List<Location> to) {
    throw new UnsupportedOperationException("no copy");
  }

  @Override
  protected void rename(List<Location> from, List<Location> to, MoveOptions... options) {
    throw new UnsupportedOperationException("no rename");
  }

  @Override
  protected void delete(Collection<Location> locations) throws IOException {
    for (Location location : locations) {
      FakeStore.at(location.text()).delete(location.text());
    }
  }

  @Override
  protected Location matchNewResource(String location, boolean isDirectory) {
    return new Location(isDirectory && !location.endsWith("/") ? location + "/" : location);
  }

  @Override
  protected String getScheme() {
    return FakeStore.SCHEME;
  }

  /** Finds the fake for {@code fake://}. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new FakeFileSystem());
    }
  }
}
