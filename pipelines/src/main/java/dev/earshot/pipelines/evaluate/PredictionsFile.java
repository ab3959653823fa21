package dev.earshot.pipelines.evaluate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A line per record of the input, in its order: number, label, prediction, the probability of each
 * class and the group, tab-separated under a header. No text is written.
 */
public final class PredictionsFile implements Evaluation.PredictionSink, Closeable {
  private final BufferedWriter out;
  private int classes;

  private PredictionsFile(BufferedWriter out) {
    this.out = out;
  }

  /** Creates the file, or empties it. */
  public static PredictionsFile create(Path path) throws IOException {
    return new PredictionsFile(Files.newBufferedWriter(path));
  }

  /** Takes predictions and keeps none. */
  public static Evaluation.PredictionSink none() {
    return new Evaluation.PredictionSink() {
      @Override
      public void begin(List<String> classes) {}

      @Override
      public void add(
          long number, String group, String label, String predicted, List<Double> probabilities) {}
    };
  }

  @Override
  public void begin(List<String> names) throws IOException {
    classes = names.size();
    out.write("row\tlabel\tpredicted");
    for (String name : names) {
      out.write("\tp_" + name);
    }
    out.write("\tgroup\n");
  }

  @Override
  public void add(
      long number, String group, String label, String predicted, List<Double> probabilities)
      throws IOException {
    out.write(number + "\t" + label + "\t" + predicted);
    for (int k = 0; k < classes; k++) {
      out.write('\t');
      if (!probabilities.isEmpty()) {
        out.write(String.format(Locale.ROOT, "%.6f", probabilities.get(k)));
      }
    }
    out.write("\t" + group.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ') + "\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
