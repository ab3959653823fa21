package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.beam.Sha256;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Finds files that hold the same bytes, once decompressed, whatever their names: a log and its
 * compressed copy, a file and a link to it. Of each such group the first by name is read. Only
 * files whose first 64 KiB agree are read further, and of plain ones only those of the same size.
 */
final class DuplicateFiles {
  private static final int SHOWN = 20;
  private static final int BUFFER_BYTES = 256 << 10;

  private DuplicateFiles() {}

  /**
   * What was seen of a file's content.
   *
   * @param sha256 digest of the first 64 KiB, decompressed
   * @param isWhole whether that is all of it
   * @param isNothing whether it is empty or cannot be decoded
   */
  record Content(String sha256, boolean isWhole, boolean isNothing) {
    static Content of(FileHead head) {
      return new Content(head.contentSha256(), head.isWholeContent(), head.isWithoutContent());
    }
  }

  /** Files that are read for the same end and begin with the same bytes may hold the same. */
  private static List<Object> likeness(InputFiles.Recognised file) {
    SourceFile source = file.source();
    List<Object> likeness = new ArrayList<>();
    likeness.add(source.format());
    likeness.add(file.content());
    likeness.add(String.valueOf(source.brandId()));
    likeness.add(String.valueOf(source.owner()));
    return likeness;
  }

  /** The same files in the same order, duplicates as such; tells the user of them. */
  static List<InputFiles.Recognised> marked(List<InputFiles.Recognised> files) throws IOException {
    Map<List<Object>, List<SourceFile>> alike = new LinkedHashMap<>();
    for (InputFiles.Recognised file : files) {
      if (!file.content().isNothing()) {
        alike.computeIfAbsent(likeness(file), key -> new ArrayList<>()).add(file.source());
      }
    }
    Map<SourceFile, String> firstByFile = new HashMap<>();
    for (Map.Entry<List<Object>, List<SourceFile>> group : alike.entrySet()) {
      boolean isWhole = group.getKey().get(1) instanceof Content content && content.isWhole();
      compare(group.getValue(), isWhole, firstByFile);
    }
    List<InputFiles.Recognised> marked = new ArrayList<>();
    for (InputFiles.Recognised file : files) {
      String first = firstByFile.get(file.source());
      marked.add(first == null ? file : file.as(file.source().asDuplicateOf(first)));
    }
    tell(marked);
    return marked;
  }

  private static void compare(
      List<SourceFile> alike, boolean isWhole, Map<SourceFile, String> firstByFile)
      throws IOException {
    Map<String, String> firstByContent = new HashMap<>();
    for (SourceFile file : alike) {
      if (isWhole || hasRival(file, alike)) {
        String content = isWhole ? "" : key(file, alike);
        String first = firstByContent.putIfAbsent(content, file.name());
        if (first != null) {
          firstByFile.put(file, first);
        }
      }
    }
  }

  /** Whether another file may be as long. What a compressed file comes to shows when it is read. */
  private static boolean hasRival(SourceFile file, List<SourceFile> alike) {
    return alike.stream()
        .anyMatch(
            other ->
                !other.name().equals(file.name())
                    && (file.compression() != Compression.NONE
                        || other.compression() != Compression.NONE
                        || other.bytes() == file.bytes()));
  }

  /** Links to one file are told by where they lead; any other file has to be read. */
  private static String key(SourceFile file, List<SourceFile> alike) throws IOException {
    String place = place(file);
    boolean areOnePlace = true;
    for (SourceFile other : alike) {
      areOnePlace &= place(other).equals(place);
    }
    return areOnePlace ? place : sha256(file);
  }

  private static String place(SourceFile file) throws IOException {
    return LocalFiles.areNamedBy(file.location())
        ? Path.of(file.location()).toRealPath().toString()
        : file.location();
  }

  private static String sha256(SourceFile file) throws IOException {
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (ReadableByteChannel raw =
            FileSystems.open(FileSystems.matchNewResource(file.location(), false));
        ReadableByteChannel content = file.compression().open(raw, ReadLimits.DEFAULT)) {
      while (content.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    } catch (FileFaultException fault) {
      // Two files that are damaged alike are the same; one that is whole is another.
      digest.update(buffer.flip());
      digest.update(fault.reason().code().getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void tell(List<InputFiles.Recognised> files) {
    List<SourceFile> duplicates =
        files.stream().map(InputFiles.Recognised::source).filter(file -> !file.isRead()).toList();
    if (duplicates.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d files hold the same as another and are not read again:",
            duplicates.size()));
    for (SourceFile file : duplicates.subList(0, Math.min(SHOWN, duplicates.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n  %s: as %s",
              Shown.text(file.name()),
              Shown.text(String.valueOf(file.duplicateOf()))));
    }
    Console.say(text + (duplicates.size() > SHOWN ? String.format(Locale.ROOT, "%n  ...") : ""));
  }
}
