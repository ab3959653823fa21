package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.json.DocumentShape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which lines of a file of JSON lines are of which format, where they are not of one. */
final class MixedLines {
  private static final int SHOWN = 4;

  /** Lines next to each other, counted from 1. */
  private record Run(int first, int last) {
    @Override
    public String toString() {
      return first == last ? "" + first : first + "-" + last;
    }
  }

  private MixedLines() {}

  /**
   * What is where; null where fewer than two formats have lines of their own.
   *
   * @param start where the first record begins
   */
  static @Nullable String describe(byte[] content, int start, int length) {
    Map<Format, List<Run>> runs = new EnumMap<>(Format.class);
    int line = 1 + count(content, start);
    for (int from = start; from < length; line++) {
      int lineFeed = Utf8.indexOfLineFeed(content, from, length);
      if (lineFeed < 0) {
        break;
      }
      List<Format> formats =
          FormatDetector.candidates(DocumentShape.of(content, from, lineFeed - from));
      if (formats.size() == 1) {
        add(runs.computeIfAbsent(formats.get(0), format -> new ArrayList<>()), line);
      }
      from = lineFeed + 1;
    }
    return runs.size() < 2
        ? null
        : runs.entrySet().stream()
            .map(entry -> entry.getKey().code() + " in " + lines(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static int count(byte[] content, int end) {
    int lineFeeds = 0;
    for (int i = 0; i < end; i++) {
      lineFeeds += content[i] == '\n' ? 1 : 0;
    }
    return lineFeeds;
  }

  private static void add(List<Run> runs, int line) {
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).last() == line - 1) {
      runs.set(last, new Run(runs.get(last).first(), line));
    } else {
      runs.add(new Run(line, line));
    }
  }

  private static String lines(List<Run> runs) {
    String shown = runs.stream().limit(SHOWN).map(Run::toString).collect(Collectors.joining(", "));
    boolean isOne = runs.size() == 1 && runs.get(0).first() == runs.get(0).last();
    return (isOne ? "line " : "lines ") + shown + (runs.size() > SHOWN ? " and so on" : "");
  }
}
