package dev.earshot.pipelines.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the folders of an output's tables, beside what the manifests of its runs list.
 *
 * @param files those that a manifest lists and that are there, paths below the output
 * @param foreign those that no manifest lists
 * @param keyId of the run that published last; null where none did
 * @param writePace of that run, as in its manifest
 */
record FolderContent(
    List<WrittenFile> files,
    List<String> foreign,
    @Nullable String keyId,
    @Nullable Double writePace) {
  /** What file managers leave in every folder that they show; nobody misses it. */
  private static final Set<String> LEFT_BY_SYSTEMS =
      Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private record Listed(Manifest.Listing listing, Path manifest) {}

  /**
   * Looks through an output.
   *
   * @param root the output
   * @param runs the folder that holds a folder for each run
   */
  static FolderContent of(Path root, Path runs) throws IOException {
    List<Listed> manifests = manifests(runs);
    Map<String, WrittenFile> listed = new HashMap<>();
    // Of several that list a path, the one that was published last holds.
    manifests.forEach(m -> m.listing().files().forEach(file -> listed.put(file.path(), file)));
    List<WrittenFile> files = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (TableSchema table : Tables.ALL) {
      for (Path path : files(root.resolve(table.name()))) {
        WrittenFile file = listed.get(root.relativize(path).toString().replace('\\', '/'));
        if (file != null) {
          files.add(file);
        } else if (!LEFT_BY_SYSTEMS.contains(String.valueOf(path.getFileName()))) {
          foreign.add(path.toString());
        }
      }
    }
    Manifest.Listing last =
        manifests.isEmpty() ? null : manifests.get(manifests.size() - 1).listing();
    return new FolderContent(
        List.copyOf(files),
        List.copyOf(foreign),
        last == null ? null : last.keyId(),
        last == null ? null : last.writePace());
  }

  /** The files below a folder, links and what else is no folder included. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  /** What the manifests say, in the order in which they were published. */
  private static List<Listed> manifests(Path runs) throws IOException {
    List<Listed> manifests = new ArrayList<>();
    if (!Files.isDirectory(runs)) {
      return manifests;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs)) {
      for (Path folder : folders) {
        Path manifest = folder.resolve(Publication.MANIFEST);
        if (Files.exists(manifest)) {
          manifests.add(new Listed(read(manifest), manifest));
        }
      }
    }
    manifests.sort(
        Comparator.comparing((Listed listed) -> listed.listing().publishedAt())
            .thenComparing(Listed::manifest));
    return manifests;
  }

  private static Manifest.Listing read(Path manifest) throws IOException {
    try {
      return Manifest.listing(Files.readString(manifest));
    } catch (JsonProcessingException e) {
      throw new IOException(
          manifest + ": is no manifest that can be read; restore it, or choose another --output",
          e);
    }
  }

  /**
   * Nothing but what runs have written is here.
   *
   * @throws ForeignFilesException where something else is
   */
  FolderContent requireOwn() throws ForeignFilesException {
    if (!foreign.isEmpty()) {
      throw ForeignFilesException.of(foreign);
    }
    return this;
  }
}
