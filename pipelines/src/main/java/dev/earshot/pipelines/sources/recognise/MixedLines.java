package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.json.DocumentShape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which lines of a file of JSON lines are of which format, where they are not of one. */
final class MixedLines {
  private static final int SHOWN = 4;

  /** Of further lines only those are that have members of other names than any before. */
  private static final int LOOKED_AT = 50;

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
    Map<Format, List<Run>> runs = runs(content, start, length);
    return runs.size() < 2 ? null : describe(runs);
  }

  /**
   * What is where, if the first line is a record and others are of another kind: posts in a stream
   * of messages would not be missed.
   */
  static @Nullable String ofSeveralKinds(byte[] content, int start, int length) {
    if (!isRecord(content, start, endOfLine(content, start, length))) {
      return null;
    }
    Map<Format, List<Run>> runs = runs(content, start, length);
    boolean isMixed = runs.keySet().stream().map(Format::kind).distinct().count() > 1;
    return isMixed ? describe(runs) : null;
  }

  private static Map<Format, List<Run>> runs(byte[] content, int start, int length) {
    Map<Format, List<Run>> runs = new EnumMap<>(Format.class);
    Map<Integer, List<Format>> known = new HashMap<>();
    int line = 1 + count(content, start);
    int looked = 0;
    for (int from = start; from < length; line++) {
      int end = endOfLine(content, from, length);
      if (isRecord(content, from, end)) {
        int names = hashOfNames(content, from, end);
        List<Format> formats = looked < LOOKED_AT ? null : known.get(names);
        if (formats == null) {
          formats = FormatDetector.candidates(DocumentShape.of(content, from, end - from));
          known.put(names, formats);
          looked++;
        }
        if (formats.size() == 1) {
          add(runs.computeIfAbsent(formats.get(0), format -> new ArrayList<>()), line);
        }
      }
      from = end + 1;
    }
    return runs;
  }

  /** Of the names of all members of a line, in their order. */
  private static int hashOfNames(byte[] content, int from, int end) {
    int hash = 1;
    int i = from;
    while (i < end) {
      if (content[i++] != '"') {
        continue;
      }
      int start = i;
      while (i < end && content[i] != '"') {
        i += content[i] == '\\' ? 2 : 1;
      }
      int stop = Math.min(i, end);
      i++;
      while (i < end && content[i] == ' ') {
        i++;
      }
      for (int k = start; i < end && content[i] == ':' && k < stop; k++) {
        hash = 31 * hash + content[k];
      }
    }
    return hash;
  }

  private static String describe(Map<Format, List<Run>> runs) {
    return runs.entrySet().stream()
        .map(entry -> entry.getKey().code() + " in " + lines(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The line feed behind a line, or the end of what there is. */
  private static int endOfLine(byte[] content, int from, int length) {
    int lineFeed = Utf8.indexOfLineFeed(content, from, length);
    return lineFeed < 0 ? length : lineFeed;
  }

  /** Whether a line begins and ends as an object; where the array is full the last is cut off. */
  private static boolean isRecord(byte[] content, int from, int end) {
    int last = end == content.length ? from : end - 1;
    while (last > from && (content[last] == '\r' || content[last] == ' ')) {
      last--;
    }
    return last > from && content[from] == '{' && content[last] == '}';
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
