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
    String stated = candidates.get(0).code() + ":FILE";
    return new UnknownFormatException(
        mixed != null
            ? "holds lines of several formats: "
                + mixed
                + "; make a file of each, or state one, as in "
                + stated
                + ", by which all other lines are rejected or counted as other"
            : "may be "
                + candidates.stream().map(Format::code).collect(Collectors.joining(" or "))
                + "; state the format, as in "
                + stated);
  }
}
