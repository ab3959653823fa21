package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.TieBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detection of a file's format: asks every format whether its marks are there. Each has some that
 * no other has. What a platform's API answers besides posts is marked too, so that a folder of
 * answers can be read as it is.
 */
final class FormatDetector {
  private FormatDetector() {}

  /** The format of a text file by its first lines, if they leave no doubt. */
  static Optional<Format> byLines(byte[] head, int length) {
    return Formats.ALL.stream()
        .filter(spec -> spec.marksLines(head, length))
        .findFirst()
        .map(FormatSpec::format);
  }

  /**
   * The formats that a table with this header may be of; none where only a mapping can tell.
   *
   * @param line the header
   */
  static List<Format> byHeader(String line) {
    return Formats.ALL.stream()
        .filter(spec -> spec.marksHeader(line))
        .map(FormatSpec::format)
        .toList();
  }

  /**
   * The formats that JSON of this shape may be of, in the order of their declaration. The id of a
   * canonical record leaves no doubt: platforms share the names of its other members.
   */
  static List<Format> candidates(DocumentShape shape) {
    List<Format> candidates = new ArrayList<>();
    for (FormatSpec<?> spec : Formats.ALL) {
      if (spec.marks(shape)) {
        candidates.add(spec.format());
      }
    }
    boolean isCanonical = candidates.stream().anyMatch(FormatDetector::isCanonical);
    candidates.removeIf(format -> isCanonical && !isCanonical(format));
    return candidates;
  }

  private static boolean isCanonical(Format format) {
    return format == Format.jsonLines(format.kind());
  }

  /**
   * Chooses between several candidates by what is certain besides the content; empty if nothing is.
   *
   * @param kind what the user gave the file as, or null
   * @param path the file as the user named it
   */
  static Optional<Format> choose(List<Format> candidates, @Nullable RecordKind kind, String path) {
    TieBreak choice = Formats.of(candidates.get(0)).tieBreak();
    if (choice == null) {
      return Optional.empty();
    }
    boolean isBetweenThem =
        candidates.stream().allMatch(format -> Formats.of(format).tieBreak() == choice);
    return isBetweenThem ? Optional.ofNullable(choice.choose(kind, path)) : Optional.empty();
  }
}
