package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.run.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose rows are to go: a file with a line for each, {@code x,12345} for an account by network and
 * id as exports have them, {@code customer:heron,C-1001} for a customer of a brand. Empty lines and
 * those that begin with # say nothing. Only keyed hashes are kept, with their lines.
 *
 * @param lines the line of each
 * @param hashes the keyed hash of each, in the same order
 */
record ErasureIds(List<Integer> lines, List<String> hashes) {
  private static final Pattern WHOSE = Pattern.compile("[a-z0-9][a-z0-9._-]*|customer:[^\\s,]+");
  private static final int MISTAKES_SHOWN = 10;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /**
   * Reads the file.
   *
   * @throws UserException where it is missing, or a line says nobody, with all such lines
   */
  static ErasureIds read(Path file, Pseudonyms pseudonyms) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserException(ExitCode.NO_INPUT, file + ": no such file");
    }
    String text = TextFile.read(file);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    List<Integer> lines = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    List<Integer> mistakes = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int comma = line.indexOf(',');
      String whose = comma < 0 ? "" : line.substring(0, comma).strip();
      String id = line.substring(comma + 1).strip();
      if (!whose.startsWith("customer:")) {
        whose = whose.toLowerCase(Locale.ROOT);
      }
      if (WHOSE.matcher(whose).matches() && !id.isEmpty()) {
        lines.add(number);
        hashes.add(pseudonyms.of(whose, id));
      } else {
        mistakes.add(number);
      }
    }
    if (!mistakes.isEmpty()) {
      throw new UserException(ExitCode.CONFIGURATION, text(file, mistakes));
    }
    if (hashes.isEmpty()) {
      throw new UserException(ExitCode.CONFIGURATION, file + ": names nobody");
    }
    return new ErasureIds(List.copyOf(lines), List.copyOf(hashes));
  }

  /** The ids themselves are in no message. */
  private static String text(Path file, List<Integer> mistakes) {
    int left = mistakes.size() - MISTAKES_SHOWN;
    return mistakes.stream()
            .limit(MISTAKES_SHOWN)
            .map(
                line ->
                    file
                        + ":"
                        + line
                        + ": expected NETWORK,ACCOUNT as x,12345 or customer:BRAND,CUSTOMER as"
                        + " customer:heron,C-1001")
            .collect(Collectors.joining("\n"))
        + (left > 0 ? "\n... and " + left + " lines more" : "");
  }

  /** The lines whose persons are not among these. */
  List<Integer> linesWithout(Set<Object> found) {
    List<Integer> without = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!found.contains(hashes.get(i))) {
        without.add(lines.get(i));
      }
    }
    return without;
  }
}
