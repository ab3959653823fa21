package dev.earshot.models.quantification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labelled domains that are shipped, {@code models/artifacts/calibration/domains.tsv}: a line
 * for each language, model (its fingerprint), set, group (a number) and pair of actual and
 * predicted class with its texts. Counts, no texts; their sources stand in the folder's README.
 */
public final class LabelledDomains {
  private static final String SHIPPED = "/dev/earshot/artifacts/calibration/domains.tsv";
  private static final String HEADER = "language\tmodel\tset\tgroup\tactual\tpredicted\tcount";
  private static final int CELLS = 7;
  private static final int SIZE = 3;

  private LabelledDomains() {}

  /** The shipped domains by language. */
  public static Map<String, List<LabelledDomain>> shipped() {
    try (InputStream in = LabelledDomains.class.getResourceAsStream(SHIPPED)) {
      byte[] bytes = Objects.requireNonNull(in, "not on the class path: " + SHIPPED).readAllBytes();
      return parse("domains.tsv", new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The biases of the languages with enough labelled sets. */
  static Map<String, DomainBias> biases(Map<String, List<LabelledDomain>> domains) {
    Map<String, DomainBias> biases = new HashMap<>();
    domains.forEach(
        (language, groups) -> {
          if (groups.stream().map(LabelledDomain::set).distinct().count()
              >= DomainBias.MINIMUM_SETS) {
            biases.put(language, DomainBias.of(groups));
          }
        });
    return biases;
  }

  /**
   * Reads such a file.
   *
   * @throws IllegalArgumentException naming the line that is none
   */
  static Map<String, List<LabelledDomain>> parse(String name, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(name + ", line 1: expected the header " + HEADER);
    }
    Map<Key, long[]> counts = new TreeMap<>(Key.ORDER);
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      Integer cell = cells.length == CELLS ? cell(cells[4], cells[5]) : null;
      if (cell == null) {
        throw new IllegalArgumentException(
            name + ", line " + (i + 1) + ": expected " + HEADER.replace("\t", ", ") + ", by tabs");
      }
      counts
              .computeIfAbsent(new Key(cells[0], cells[2], cells[3]), key -> new long[SIZE * SIZE])[
              cell] +=
          Long.parseLong(cells[6]);
    }
    Map<String, List<LabelledDomain>> domains = new TreeMap<>();
    counts.forEach(
        (key, group) ->
            domains
                .computeIfAbsent(key.language(), language -> new ArrayList<>())
                .add(new LabelledDomain(key.set(), group)));
    return domains;
  }

  private record Key(String language, String set, String group) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::language).thenComparing(Key::set).thenComparing(Key::group);
  }

  private static @Nullable Integer cell(String actual, String predicted) {
    int row = CalibrationFile.CLASSES.indexOf(actual);
    int column = CalibrationFile.CLASSES.indexOf(predicted);
    return row < 0 || column < 0 ? null : Integer.valueOf(row * SIZE + column);
  }
}
