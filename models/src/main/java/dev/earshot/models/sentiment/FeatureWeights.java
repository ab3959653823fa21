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

  private static final int SLOT_BITS = 18;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int MASK = SLOTS - 1;

  /** The most features that fit: probing stays short below this load. */
  public static final int CAPACITY = SLOTS / 4 * 3;

  private final short[] tags = new short[SLOTS];
  private final byte[] companded = new byte[SLOTS * CLASSES];
  private final float[] expanded = new float[256];
  private final float largest;

  private FeatureWeights(float largest) {
    this.largest = largest;
    for (int i = 0; i < 256; i++) {
      float root = (byte) i / 127f;
      expanded[i] = Math.copySign(root * root * largest, root);
    }
  }

  /**
   * Packs weights.
   *
   * @param hashes at most {@link #CAPACITY} features
   * @param weights {@link #CLASSES} weights per feature, in the order of {@code hashes}
   */
  public static FeatureWeights pack(long[] hashes, float[] weights) {
    if (hashes.length > CAPACITY || weights.length != hashes.length * CLASSES) {
      throw new IllegalArgumentException(
          hashes.length + " features, " + weights.length + " weights, capacity " + CAPACITY);
    }
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    FeatureWeights packed = new FeatureWeights(largest);
    for (int i = 0; i < hashes.length; i++) {
      int slot = slot(hashes[i]);
      while (packed.tags[slot] != 0) {
        slot = (slot + 1) & MASK;
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
    FeatureWeights weights = new FeatureWeights(in.readFloat());
    for (int i = 0; i < SLOTS; i++) {
      weights.tags[i] = in.readShort();
    }
    in.readFully(weights.companded);
    return weights;
  }

  void write(DataOutputStream out) throws IOException {
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
        slot = (slot + 1) & MASK;
      }
    }
  }

  private static int slot(long hash) {
    return (int) hash & MASK;
  }

  private static short tag(long hash) {
    short tag = (short) (hash >>> 48);
    return tag == 0 ? 1 : tag;
  }
}
