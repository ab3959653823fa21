package dev.earshot.models.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * All that training finds. Immutable by contract and shared by all models of a JVM.
 *
 * @param lexicon valences behind the lexicon features
 * @param weights of the features
 * @param negativeIntercept of the class negative
 * @param neutralIntercept of the class neutral
 * @param positiveIntercept of the class positive
 * @param temperature by which the scores are divided before the softmax
 */
public record SentimentParameters(
    ValenceLexicon lexicon,
    FeatureWeights weights,
    float negativeIntercept,
    float neutralIntercept,
    float positiveIntercept,
    float temperature) {
  private static final int MAGIC = 0x45415231;

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
    FeatureWeights weights = FeatureWeights.read(in);
    return new SentimentParameters(lexicon, weights, negative, neutral, positive, temperature);
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
  }
}
