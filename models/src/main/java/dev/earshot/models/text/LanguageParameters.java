package dev.earshot.models.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What training finds for the language detector: a weight for each bucket of {@link
 * LanguageFeatures} and language, kept in 8 bits, companded by the square root. Immutable.
 */
public final class LanguageParameters {
  private static final int MAGIC = 0x45414C31;

  /**
   * Three sums run side by side in one long: weights of at most 10 bits and a sign, and no more
   * than 1,024 features, stay within 21 bits.
   */
  private static final int LANES = 3;

  private static final int LANE_BITS = 21;
  private static final int STEPS = 1023;
  private static final int MOST_LANGUAGES = 256;

  private final List<String> languages;
  private final float temperature;
  private final float largest;
  private final byte[] companded;
  private final long[] lanes;
  private final int rows;
  private final float[] intercepts;

  private LanguageParameters(
      List<String> languages,
      float temperature,
      float largest,
      float[] intercepts,
      byte[] companded) {
    this.languages = languages;
    this.temperature = temperature;
    this.largest = largest;
    this.intercepts = intercepts;
    this.companded = companded;
    rows = (languages.size() + LANES - 1) / LANES;
    lanes = new long[LanguageFeatures.BUCKETS * rows];
    for (int i = 0; i < companded.length; i++) {
      int language = i % languages.size();
      long square = Math.round(STEPS * (double) companded[i] * companded[i] / (127 * 127));
      lanes[i / languages.size() * rows + language / LANES] +=
          (companded[i] < 0 ? -square : square) << (LANE_BITS * (language % LANES));
    }
  }

  /**
   * Packs weights.
   *
   * @param languages ISO 639-1 codes
   * @param weights for each bucket in turn, one per language
   * @param intercepts one per language
   * @param temperature by which the scores are divided before the softmax
   */
  public static LanguageParameters pack(
      List<String> languages, float[] weights, float[] intercepts, float temperature) {
    float largest = Float.MIN_NORMAL;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    byte[] companded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      long root = Math.round(127 * Math.sqrt(Math.abs(weights[i]) / largest));
      companded[i] = (byte) (weights[i] < 0 ? -root : root);
    }
    return new LanguageParameters(
        List.copyOf(languages), temperature, largest, intercepts.clone(), companded);
  }

  /** The same parameters with another temperature. */
  public LanguageParameters withTemperature(float newTemperature) {
    return new LanguageParameters(languages, newTemperature, largest, intercepts, companded);
  }

  /** Reads what {@link #write} wrote. */
  public static LanguageParameters read(DataInputStream in) throws IOException {
    int magic = in.readInt();
    int size = in.readUnsignedShort();
    if (magic != MAGIC || size > MOST_LANGUAGES) {
      throw new IOException("not a language model: starts with " + Integer.toHexString(magic));
    }
    List<String> languages = new ArrayList<>();
    float[] intercepts = new float[size];
    for (int k = 0; k < size; k++) {
      languages.add(in.readUTF());
      intercepts[k] = in.readFloat();
    }
    float temperature = in.readFloat();
    float largest = in.readFloat();
    byte[] companded = new byte[LanguageFeatures.BUCKETS * size];
    in.readFully(companded);
    return new LanguageParameters(
        List.copyOf(languages), temperature, largest, intercepts, companded);
  }

  /** Writes the artifact, the same bytes for the same parameters. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeShort(languages.size());
    for (int k = 0; k < languages.size(); k++) {
      out.writeUTF(languages.get(k));
      out.writeFloat(intercepts[k]);
    }
    out.writeFloat(temperature);
    out.writeFloat(largest);
    out.write(companded);
  }

  /** The languages in the order of the scores. */
  public List<String> languages() {
    return languages;
  }

  /**
   * Writes the score of each language, the logarithm of its odds but for a constant.
   *
   * @param scores one per language
   */
  public void score(LanguageFeatures features, float[] scores) {
    float scale = (float) (largest / STEPS / Math.sqrt(Math.max(1, features.size())));
    for (int row = 0; row < rows; row++) {
      long sums = 0;
      for (int i = 0; i < features.size(); i++) {
        sums += lanes[features.get(i) * rows + row];
      }
      for (int k = row * LANES; k < Math.min(languages.size(), (row + 1) * LANES); k++) {
        long sum = sums << (Long.SIZE - LANE_BITS) >> (Long.SIZE - LANE_BITS);
        sums = (sums - sum) >> LANE_BITS;
        scores[k] = (sum * scale + intercepts[k]) / temperature;
      }
    }
  }
}
