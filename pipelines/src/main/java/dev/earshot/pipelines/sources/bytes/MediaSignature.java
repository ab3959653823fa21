package dev.earshot.pipelines.sources.bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Signatures (first bytes) of the media files and pages that lie in exports beside the data. */
public final class MediaSignature {
  private static final int LONGEST = 16;
  private static final List<String> BEGINNINGS =
      List.of(
          "\u00ff\u00d8\u00ff", // JPEG
          "\u0089png",
          "gif8",
          "riff", // WebP, WAV, AVI
          "id3",
          "\u00ff\u00fb", // MP3
          "oggs",
          "\u001aE\u00df\u00a3".toLowerCase(Locale.ROOT), // Matroska, WebM
          "%pdf-",
          "<!doctype",
          "<html",
          "<?xml",
          "<svg");

  private MediaSignature() {}

  public static boolean matches(byte[] content, int length) {
    int start = Utf8.byteOrderMarkLength(content, length);
    while (start < length && content[start] <= ' ' && content[start] >= 0) {
      start++;
    }
    int size = Math.min(LONGEST, length - start);
    String head =
        new String(content, start, size, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    boolean isMp4 =
        head.startsWith("ftyp", 4)
            || new String(content, 0, Math.min(12, length), StandardCharsets.ISO_8859_1)
                .startsWith("ftyp", 4);
    return isMp4 || BEGINNINGS.stream().anyMatch(head::startsWith);
  }
}
