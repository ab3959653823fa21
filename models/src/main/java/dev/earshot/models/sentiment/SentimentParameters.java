package dev.earshot.models.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Learned parameters of a {@link SentimentModel}: the content of its {@code model.bin}. Immutable
 * by contract and shared by all models of a JVM.
 *
 * @param lexicon valences behind the lexicon features
 * @param weights of the features
 * @param networks whose scores are added to those of the features; may be none
 * @param negativeIntercept of the class negative
 * @param neutralIntercept of the class neutral
 * @param positiveIntercept of the class positive
 * @param temperature by which the scores are divided before the softmax
 */
public record SentimentParameters(
    ValenceLexicon lexicon,
    FeatureWeights weights,
    List<WordConvolution> networks,
    float negativeIntercept,
    float neutralIntercept,
    float positiveIntercept,
    float temperature) {
  private static final int MOST_NETWORKS = 16;
  private static final int MAGIC = 0x45415232;

  /** The same parameters with another temperature. */
  public SentimentParameters withTemperature(float newTemperature) {
    return new SentimentParameters(
        lexicon,
        weights,
        networks,
        negativeIntercept,
        neutralIntercept,
        positiveIntercept,
        newTemperature);
  }

  /** Reads what {@link #write} wrote. */
  public static SentimentParameters read(DataInputStream in) throws IOException {
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException("not a sentiment model: starts with " + Integer.toHexString(magic));
    }
    float negative = in.readFloat();
    float neutral = in.readFloat();
    float positive = in.readFloat();
    float temperature = in.readFloat();
    ValenceLexicon lexicon = ValenceLexicon.read(in);
    FeatureWeights weights = FeatureWeights.read(in, FeatureWeights.CLASSES);
    int count = in.readInt();
    if (count < 0 || count > MOST_NETWORKS) {
      throw new IOException("a sentiment model of " + count + " networks");
    }
    List<WordConvolution> networks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      networks.add(WordConvolution.read(in));
    }
    return new SentimentParameters(
        lexicon, weights, List.copyOf(networks), negative, neutral, positive, temperature);
  }

  /** Writes the artifact, the same bytes for the same parameters. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeFloat(negativeIntercept);
    out.writeFloat(neutralIntercept);
    out.writeFloat(positiveIntercept);
    out.writeFloat(temperature);
    lexicon.write(out);
    weights.write(out);
    out.writeInt(networks.size());
    for (WordConvolution network : networks) {
      network.write(out);
    }
  }
}
