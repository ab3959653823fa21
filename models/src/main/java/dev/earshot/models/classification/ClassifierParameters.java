package dev.earshot.models.classification;

import dev.earshot.models.sentiment.FeatureWeights;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Learned parameters of a {@link TextClassifier}: the content of its {@code model.bin}. Immutable
 * by contract.
 *
 * @param classes their names, in the order of the weights
 * @param weights of the features, one for each class
 * @param intercepts of the classes
 * @param temperature by which the scores are divided before the softmax
 */
public record ClassifierParameters(
    List<String> classes, FeatureWeights weights, List<Float> intercepts, float temperature) {
  private static final int MAGIC = 0x45434c31;
  private static final int MOST_CLASSES = 256;

  /** The same parameters with another temperature. */
  public ClassifierParameters withTemperature(float newTemperature) {
    return new ClassifierParameters(classes, weights, intercepts, newTemperature);
  }

  /** Reads what {@link #write} wrote. */
  public static ClassifierParameters read(DataInputStream in) throws IOException {
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException("not a classifier: starts with " + Integer.toHexString(magic));
    }
    int count = in.readInt();
    if (count < 2 || count > MOST_CLASSES) {
      throw new IOException("a classifier of " + count + " classes");
    }
    List<String> classes = new ArrayList<>();
    List<Float> intercepts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      classes.add(in.readUTF());
      intercepts.add(in.readFloat());
    }
    float temperature = in.readFloat();
    return new ClassifierParameters(
        List.copyOf(classes), FeatureWeights.read(in, count), List.copyOf(intercepts), temperature);
  }

  /** Writes the artifact, the same bytes for the same parameters. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(classes.size());
    for (int k = 0; k < classes.size(); k++) {
      out.writeUTF(classes.get(k));
      out.writeFloat(intercepts.get(k));
    }
    out.writeFloat(temperature);
    weights.write(out);
  }
}
