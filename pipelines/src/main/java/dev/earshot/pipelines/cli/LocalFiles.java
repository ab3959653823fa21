package dev.earshot.pipelines.cli;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Files of this machine that a path or a glob names. Links are followed; a loop of them is walked
 * once. What is no file that can be read is found too, with its problem: nothing is passed over in
 * silence.
 */
final class LocalFiles {
  private static final String GLOB = "*?[{";

  private LocalFiles() {}

  /** Whether a pattern names files of this machine. */
  static boolean areNamedBy(String pattern) {
    return !pattern.contains("://");
  }

  /** Whether a pattern names a folder of this machine. */
  static boolean isFolder(String pattern) {
    return areNamedBy(pattern) && Files.isDirectory(path(pattern));
  }

  /** The path that a user wrote. */
  static Path path(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw new UserException(
          ExitCode.USAGE,
          Shown.text(written) + ": this locale has no way to write that name; set LC_ALL=C.UTF-8");
    }
  }

  /** Where that path or pattern is, without dots. */
  static Path absolute(String written) {
    return path(written).toAbsolutePath().normalize();
  }

  /** The files of a folder and of the folders in it. */
  static List<FoundFile> in(String folder) throws IOException {
    return walk(absolute(folder), file -> true);
  }

  /**
   * The files that a pattern names.
   *
   * @throws FileNotFoundException if there is none
   */
  static List<FoundFile> match(String pattern) throws IOException {
    Path named = absolute(pattern);
    if (Files.exists(named)) {
      return Files.isDirectory(named)
          ? List.of()
          : List.of(found(named, Files.readAttributes(named, BasicFileAttributes.class)));
    }
    if (Files.isSymbolicLink(named)) {
      return List.of(problem(named, "a link to what is not there"));
    }
    Path start = beforeGlob(named);
    List<FoundFile> files =
        start.equals(named)
            ? List.of()
            : walk(start, FileSystems.getDefault().getPathMatcher("glob:" + named));
    if (files.isEmpty()) {
      throw new FileNotFoundException(pattern);
    }
    return files;
  }

  private static Path beforeGlob(Path pattern) {
    Path start = pattern.getRoot();
    for (Path part : pattern) {
      boolean isGlob = part.toString().chars().anyMatch(c -> GLOB.indexOf(c) >= 0 || c == '\\');
      if (isGlob) {
        return start;
      }
      start = start.resolve(part);
    }
    return pattern;
  }

  private static List<FoundFile> walk(Path start, PathMatcher wanted) throws IOException {
    List<FoundFile> files = new ArrayList<>();
    if (!Files.isDirectory(start)) {
      return files;
    }
    Files.walkFileTree(
        start,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (wanted.matches(file)) {
              files.add(found(file, attributes));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            boolean isWanted = !(failure instanceof FileSystemLoopException);
            if (isWanted && (wanted.matches(file) || Files.isDirectory(file))) {
              files.add(problem(file, "cannot be read"));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static FoundFile found(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return problem(file, "a link to what is not there");
    }
    if (!attributes.isRegularFile()) {
      return problem(file, "a pipe or a device, which can be read once at most; give a file");
    }
    if (!isNameKept(file)) {
      return problem(file, "this locale has no way to write that name; set LC_ALL=C.UTF-8");
    }
    return new FoundFile(
        file.toString(), attributes.size(), attributes.lastModifiedTime().toMillis(), null);
  }

  /** Whether a name that goes through a string still names the file: Beam knows only strings. */
  private static boolean isNameKept(Path file) {
    try {
      return Path.of(file.toString()).equals(file) && new File(file.toString()).exists();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static FoundFile problem(Path file, String problem) {
    return new FoundFile(file.toString(), 0, 0, problem);
  }
}
