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

  synchronized void isUnknown(String name, String problem) {
    unknown.put(name, problem);
  }

  /** Says what is read and what is not; an unknown file is an error. */
  void tell() {
    if (!unknown.isEmpty()) {
      throw new UserException(
          ExitCode.DATA,
          String.format(
                  Locale.ROOT,
                  "%s: files of unknown content: %d; name the files to read, or state their"
                      + " format%n",
                  folder,
                  unknown.size())
              + unknown.entrySet().stream()
                  .limit(SHOWN)
                  .map(file -> "  " + Shown.text(file.getKey()) + ": " + file.getValue())
                  .collect(Collectors.joining("\n"))
              + (unknown.size() > SHOWN ? "\n  ..." : ""));
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
