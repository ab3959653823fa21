package dev.earshot.pipelines.evaluate;

import dev.earshot.models.text.LanguageDetector;
import dev.earshot.models.text.Tokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A first reading of a labelled file: its label words, a sample of its texts, and the language that
 * nearly all of the sample is in.
 *
 * @param rows records
 * @param labels records by label word
 * @param unreadable records that cannot be read
 * @param firstFault what is wrong with the first of them, or null
 * @param sample the first texts
 */
record Survey(
    long rows,
    Map<String, Long> labels,
    long unreadable,
    @Nullable String firstFault,
    List<LabelledRecord> sample) {
  private static final int MOST_LABELS = 10_000;
  private static final int SAMPLE = 2_000;

  /** The share of the recognised texts that must be in one language for it to hold for all. */
  private static final double ONE_LANGUAGE = 0.8;

  private static final int FEW = 20;
  private static final double ALMOST_SURE = 0.9;

  static Survey of(LabelledFile file, Columns columns) throws IOException {
    Map<String, Long> labels = new TreeMap<>();
    List<LabelledRecord> sample = new ArrayList<>();
    long rows = 0;
    long unreadable = 0;
    String firstFault = null;
    try (LabelledRows reader = LabelledRows.open(file, columns)) {
      for (LabelledRecord row = reader.next(); row != null; row = reader.next()) {
        rows++;
        if (row.label() == null) {
          unreadable++;
          firstFault = firstFault == null ? reader.fault() : firstFault;
          continue;
        }
        labels.merge(row.label(), 1L, Long::sum);
        if (labels.size() > MOST_LABELS) {
          throw new UnreadableLabelsException(
              "the column of labels has more than " + MOST_LABELS + " different values");
        }
        if (sample.size() < SAMPLE && !(row.text().isBlank() && row.features().isEmpty())) {
          sample.add(row);
        }
      }
    }
    return new Survey(rows, labels, unreadable, firstFault, sample);
  }

  /**
   * The language of at least four fifths of the texts whose language can be told; else null. Few
   * texts, which may be too short to be told each, are read as one.
   */
  @Nullable String commonLanguage() {
    LanguageDetector detector = LanguageDetector.create();
    Tokenizer tokenizer = new Tokenizer();
    if (sample.size() < FEW) {
      String all = sample.stream().map(LabelledRecord::text).collect(Collectors.joining("\n"));
      String language = detector.detect(tokenizer.tokenize(all));
      if (detector.confidence() >= ALMOST_SURE) {
        return language;
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    int known = 0;
    for (LabelledRecord row : sample) {
      String language = detector.detect(tokenizer.tokenize(row.text()));
      if (language != null) {
        known++;
        counts.merge(language, 1, Integer::sum);
      }
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() >= ONE_LANGUAGE * known) {
        return entry.getKey();
      }
    }
    return null;
  }
}
