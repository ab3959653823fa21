package dev.earshot.pipelines.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has the system put files and folders on the disk. Otherwise a name may be there after a power
 * failure and its content not.
 */
final class DurableFiles {
  private DurableFiles() {}

  /** All files and folders of a tree. Several at a time, as each waits for the disk. */
  static void force(Path tree) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(tree)) {
      all = paths.toList();
    }
    try {
      all.parallelStream().forEach(DurableFiles::forceUnchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void forceUnchecked(Path path) {
    try {
      forceOne(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file, or the names in a folder. */
  static void forceOne(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    try (FileChannel channel =
        FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and keeps their names without being asked.
      if (!isFolder || Files.getFileStore(path).supportsFileAttributeView("posix")) {
        throw e;
      }
    }
  }
}
