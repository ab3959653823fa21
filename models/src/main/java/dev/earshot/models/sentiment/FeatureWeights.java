package dev.earshot.models.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Three weights, one per class, for each of many hashed features, in five bytes a slot: a 16-bit
 * tag of the feature's hash and three 8-bit weights companded by the square root. A feature that is
 * not in the table has no weights; one of several tens of thousands is taken for another.
 */
public final class FeatureWeights {
  /** Negative, neutral, positive. */
  public static final int CLASSES = 3;

  private static final int MOST_SLOTS = 1 << 20;

  private final short[] tags;
  private final byte[] companded;
  private final int mask;
  private final float[] expanded = new float[256];
  private final float largest;

  private FeatureWeights(int slots, float largest) {
    this.largest = largest;
    tags = new short[slots];
    companded = new byte[slots * CLASSES];
    mask = slots - 1;
    for (int i = 0; i < 256; i++) {
      float root = (byte) i / 127f;
      expanded[i] = Math.copySign(root * root * largest, root);
    }
  }

  /**
   * Packs weights into the smallest table that is at most three quarters full.
   *
   * @param hashes at most 786,432 features
   * @param weights {@link #CLASSES} weights per feature, in the order of {@code hashes}
   */
  public static FeatureWeights pack(long[] hashes, float[] weights) {
    int slots = 16;
    while (slots / 4 * 3 < hashes.length) {
      slots *= 2;
    }
    if (slots > MOST_SLOTS || weights.length != hashes.length * CLASSES) {
      throw new IllegalArgumentException(
          hashes.length + " features, " + weights.length + " weights");
    }
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    FeatureWeights packed = new FeatureWeights(slots, largest);
    for (int i = 0; i < hashes.length; i++) {
      int slot = packed.slot(hashes[i]);
      while (packed.tags[slot] != 0) {
        slot = (slot + 1) & packed.mask;
      }
      packed.tags[slot] = tag(hashes[i]);
      for (int k = 0; k < CLASSES; k++) {
        float share = largest == 0 ? 0 : weights[i * CLASSES + k] / largest;
        long root = Math.round(127 * Math.sqrt(Math.abs(share)));
        packed.companded[slot * CLASSES + k] = (byte) (share < 0 ? -root : root);
      }
    }
    return packed;
  }

  static FeatureWeights read(DataInputStream in) throws IOException {
    int slots = in.readInt();
    if (slots < 16 || slots > MOST_SLOTS || Integer.bitCount(slots) != 1) {
      throw new IOException("weights in an impossible number of slots: " + slots);
    }
    FeatureWeights weights = new FeatureWeights(slots, in.readFloat());
    for (int i = 0; i < slots; i++) {
      weights.tags[i] = in.readShort();
    }
    in.readFully(weights.companded);
    return weights;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(tags.length);
    out.writeFloat(largest);
    for (short tag : tags) {
      out.writeShort(tag);
    }
    out.write(companded);
  }

  /** Sums the weights of all features into {@code sums}, not scaled. */
  void sum(SentimentFeatures features, float[] sums) {
    Arrays.fill(sums, 0);
    for (int i = 0; i < features.size(); i++) {
      long hash = features.get(i);
      short tag = tag(hash);
      int slot = slot(hash);
      while (tags[slot] != 0) {
        if (tags[slot] == tag) {
          int at = slot * CLASSES;
          sums[0] += expanded[companded[at] & 0xFF];
          sums[1] += expanded[companded[at + 1] & 0xFF];
          sums[2] += expanded[companded[at + 2] & 0xFF];
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }

  private int slot(long hash) {
    return (int) hash & mask;
  }

  private static short tag(long hash) {
    short tag = (short) (hash >>> 48);
    return tag == 0 ? 1 : tag;
  }
}
