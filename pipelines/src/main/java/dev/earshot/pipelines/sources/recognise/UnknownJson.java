package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.json.DocumentShape;
import java.util.List;
import java.util.stream.Collectors;

/** Says why the format of JSON cannot be told, and what helps. */
final class UnknownJson {
  private UnknownJson() {}

  /**
   * The error.
   *
   * @param content the beginning of the file
   * @param start where the first record begins
   * @param candidates formats whose marks it has: none, or several
   */
  static UnknownFormatException of(
      byte[] content, int start, int length, DocumentShape shape, List<Format> candidates) {
    if (candidates.isEmpty()) {
      String known = KnownUnread.of(shape);
      return new UnknownFormatException(
          known != null
              ? known
              : "is JSON of no known format (scripts/earshot formats lists them); state the format,"
                  + " as in posts-jsonl:FILE");
    }
    String mixed = MixedLines.describe(content, start, length);
    return mixed != null ? mixed(mixed, candidates.get(0)) : ambiguous(candidates);
  }

  /** The error of a file that has the marks of several formats, which nothing tells apart. */
  static UnknownFormatException ambiguous(List<Format> candidates) {
    return new UnknownFormatException(
        "may be "
            + candidates.stream().map(Format::code).collect(Collectors.joining(" or "))
            + "; state the format, as in "
            + candidates.get(0).code()
            + ":FILE");
  }

  /**
   * Refuses lines of several kinds, of which only those of one would be read.
   *
   * @param format whose marks alone the file as a whole has
   * @throws UnknownFormatException saying which lines are what
   */
  static void refuseSeveralKinds(byte[] content, int start, int length, Format format) {
    String mixed = MixedLines.ofSeveralKinds(content, start, length);
    if (mixed != null) {
      throw mixed(mixed, format);
    }
  }

  private static UnknownFormatException mixed(String lines, Format format) {
    return new UnknownFormatException(
        "holds lines of several formats: "
            + lines
            + "; make a file of each, or state one, as in "
            + format.code()
            + ":FILE, by which all other lines are rejected or counted as other");
  }
}
