package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found in a folder; its files may be looked at by several threads. */
final class FolderReport {
  private static final int SHOWN = 20;

  private final String folder;
  private final RecordKind kind;
  private final Map<Format, Integer> read = new EnumMap<>(Format.class);
  private final Map<Format, Integer> others = new EnumMap<>(Format.class);
  private final TreeMap<String, String> faulty = new TreeMap<>();
  private final TreeMap<String, String> unknown = new TreeMap<>();
  private final TreeSet<String> texts = new TreeSet<>();
  private final TreeSet<String> damaged = new TreeSet<>();
  private int hidden;
  private int empty;
  private int media;

  FolderReport(String folder, RecordKind kind) {
    this.folder = folder;
    this.kind = kind;
  }

  synchronized void isRead(Format format) {
    read.merge(format, 1, Integer::sum);
  }

  synchronized void isOf(Format otherKind) {
    others.merge(otherKind, 1, Integer::sum);
  }

  synchronized void isEmpty() {
    empty++;
  }

  synchronized void isMedia() {
    media++;
  }

  synchronized void isText(String name) {
    texts.add(name);
  }

  /** Nothing of it can be decoded: it is read, and rejected. */
  synchronized void isDamaged(String name) {
    damaged.add(name);
  }

  synchronized void isHidden() {
    hidden++;
  }

  /** It cannot be looked at, or not be read so. */
  synchronized void isFaulty(String name, String problem) {
    faulty.put(name, problem);
  }

  /** Its content is of no format that is known. */
  synchronized void isUnknown(String name, String problem) {
    unknown.put(name, problem);
  }

  /**
   * Says what is read and what is not. A faulty file is an error; so are unknown ones, where there
   * are no others to read.
   *
   * @return the number of files that may have records and are not read
   */
  int tell() {
    if (!faulty.isEmpty()) {
      throw new UserException(ExitCode.DATA, files("files that cannot be read", faulty, ""));
    }
    if (!unknown.isEmpty() && read.isEmpty()) {
      throw new UserException(
          ExitCode.DATA,
          files(
              "files of unknown content",
              unknown,
              "; name the files to read, or state their format"));
    }
    if (!unknown.isEmpty()) {
      Console.say(files("files of unknown content, which are not read", unknown, ""));
    }
    Console.say(
        String.format(
            Locale.ROOT,
            "%s: %s read as %s; not %s: %s, %d empty, %d media files and pages, %d hidden,"
                + " %d texts%s%s",
            folder,
            counts(read),
            kind.code(),
            kind.code(),
            counts(others),
            empty,
            media,
            hidden,
            texts.size(),
            names(texts),
            damaged.isEmpty() ? "" : "; damaged: " + damaged.size() + names(damaged)));
    return unknown.size();
  }

  private String files(String what, Map<String, String> files, String advice) {
    return String.format(Locale.ROOT, "%s: %s: %d%s%n", folder, what, files.size(), advice)
        + files.entrySet().stream()
            .limit(SHOWN)
            .map(file -> "  " + Shown.text(file.getKey()) + ": " + file.getValue())
            .collect(Collectors.joining("\n"))
        + (files.size() > SHOWN ? "\n  ..." : "");
  }

  private static String names(SortedSet<String> files) {
    return files.isEmpty()
        ? ""
        : files.stream().limit(SHOWN).map(Shown::text).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String counts(Map<Format, Integer> files) {
    return files.isEmpty()
        ? "no file"
        : files.entrySet().stream()
            .map(format -> format.getValue() + " " + format.getKey().code())
            .collect(Collectors.joining(", "));
  }
}
