package dev.earshot.models.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A weight per class for each of many hashed features: a slot is a 16-bit tag of the feature's hash
 * and 8-bit weights companded by the square root. A feature that is not in the table has no
 * weights; one of several tens of thousands is taken for another.
 */
public final class FeatureWeights {
  /** The classes of sentiment: negative, neutral, positive. */
  public static final int CLASSES = 3;

  private static final int MOST_SLOTS = 1 << 20;

  private final short[] tags;
  private final byte[] companded;
  private final int mask;
  private final int classes;
  private final float[] expanded = new float[256];
  private final float largest;

  private FeatureWeights(int slots, int classes, float largest) {
    this.classes = classes;
    this.largest = largest;
    tags = new short[slots];
    companded = new byte[slots * classes];
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
   * @param weights one weight per class for each feature, in the order of {@code hashes}
   */
  public static FeatureWeights pack(long[] hashes, float[] weights, int classes) {
    int slots = 16;
    while (slots / 4 * 3 < hashes.length) {
      slots *= 2;
    }
    if (slots > MOST_SLOTS || weights.length != hashes.length * classes) {
      throw new IllegalArgumentException(
          hashes.length + " features, " + weights.length + " weights");
    }
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    FeatureWeights packed = new FeatureWeights(slots, classes, largest);
    for (int i = 0; i < hashes.length; i++) {
      int slot = packed.slot(hashes[i]);
      while (packed.tags[slot] != 0) {
        slot = (slot + 1) & packed.mask;
      }
      packed.tags[slot] = tag(hashes[i]);
      for (int k = 0; k < classes; k++) {
        float share = largest == 0 ? 0 : weights[i * classes + k] / largest;
        long root = Math.round(127 * Math.sqrt(Math.abs(share)));
        packed.companded[slot * classes + k] = (byte) (share < 0 ? -root : root);
      }
    }
    return packed;
  }

  /** Reads what {@link #write} wrote for so many classes. */
  public static FeatureWeights read(DataInputStream in, int classes) throws IOException {
    int slots = in.readInt();
    if (slots < 16 || slots > MOST_SLOTS || Integer.bitCount(slots) != 1) {
      throw new IOException("weights in an impossible number of slots: " + slots);
    }
    FeatureWeights weights = new FeatureWeights(slots, classes, in.readFloat());
    for (int i = 0; i < slots; i++) {
      weights.tags[i] = in.readShort();
    }
    in.readFully(weights.companded);
    return weights;
  }

  /** Writes the table, the same bytes for the same weights. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(tags.length);
    out.writeFloat(largest);
    for (short tag : tags) {
      out.writeShort(tag);
    }
    out.write(companded);
  }

  /** Sums the weights of all features into {@code sums}, one for each class, not scaled. */
  public void sum(SentimentFeatures features, float[] sums) {
    Arrays.fill(sums, 0);
    for (int i = 0; i < features.size(); i++) {
      long hash = features.get(i);
      short tag = tag(hash);
      int slot = slot(hash);
      while (tags[slot] != 0) {
        if (tags[slot] == tag) {
          add(slot * classes, sums);
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }

  /** Sentiment, which every text is scored for, without a loop. */
  private void add(int at, float[] sums) {
    if (classes == CLASSES) {
      sums[0] += expanded[companded[at] & 0xFF];
      sums[1] += expanded[companded[at + 1] & 0xFF];
      sums[2] += expanded[companded[at + 2] & 0xFF];
      return;
    }
    for (int k = 0; k < classes; k++) {
      sums[k] += expanded[companded[at + k] & 0xFF];
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
