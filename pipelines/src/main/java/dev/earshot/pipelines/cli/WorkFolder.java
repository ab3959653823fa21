package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder in the system's temporary one for what the engine in this process writes: parts of
 * texts, in files that everybody may read. Nobody else may enter the folder. It is held by a lock;
 * those of runs that died are held by none, and the next run removes them.
 */
final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = "earshot-work-";
  private static final String LOCK = "lock";

  /**
   * Folders of this process. Their locks are never looked at: on POSIX a process loses a lock when
   * it closes any channel to the file.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes a folder, and removes those of this user's runs that died.
   *
   * @param temporary the system's folder
   */
  static WorkFolder open(Path temporary) {
    try {
      // Only the owner may enter what Java makes so.
      Path folder = Files.createTempDirectory(temporary, PREFIX);
      OWN.add(folder);
      FileChannel lock = held(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW);
      if (lock == null) {
        throw new IOException(folder + ": is held by another run");
      }
      removeAbandoned(temporary, Files.getOwner(folder).getName());
      return new WorkFolder(folder, lock);
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e) + "; nothing was published");
    }
  }

  Path path() {
    return folder;
  }

  private static @Nullable FileChannel held(Path lock, StandardOpenOption how) throws IOException {
    FileChannel channel = FileChannel.open(lock, how, StandardOpenOption.WRITE);
    FileLock held = channel.tryLock();
    if (held != null) {
      return channel;
    }
    channel.close();
    return null;
  }

  private static void removeAbandoned(Path temporary, String owner) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path other : folders) {
        Path lock = other.resolve(LOCK);
        if (!OWN.contains(other)
            && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).getName().equals(owner)
            && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
          removeIfAbandoned(other, lock);
        }
      }
    }
  }

  private static void removeIfAbandoned(Path other, Path lock) {
    try (FileChannel channel = held(lock, StandardOpenOption.READ)) {
      if (channel != null) {
        deleteTree(other);
      }
    } catch (IOException e) {
      // It has gone meanwhile, by another run that does the same.
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    try (lock) {
      deleteTree(folder);
    } catch (IOException e) {
      // The engine's last threads may still write there; the next run removes it.
    } finally {
      OWN.remove(folder);
    }
  }
}
