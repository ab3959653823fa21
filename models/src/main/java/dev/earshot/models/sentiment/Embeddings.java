package dev.earshot.models.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Vectors of words, by the hash of the normalised word, in one byte a dimension. The first vector
 * stands for all words that are not known.
 */
public final class Embeddings {
  private static final int MOST_DIMENSIONS = 1 << 10;

  private final long[] words;
  private final int dimensions;
  private final float[] units;
  private final byte[] values;
  private final long[] slots;
  private final int[] indices;

  private Embeddings(long[] words, int dimensions, float[] units, byte[] values) {
    this.words = words;
    this.dimensions = dimensions;
    this.units = units;
    this.values = values;
    slots = new long[Math.max(16, Integer.highestOneBit(words.length) * 4)];
    indices = new int[slots.length];
    for (int i = 0; i < words.length; i++) {
      int slot = (int) words[i] & (slots.length - 1);
      while (indices[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = words[i];
      indices[slot] = i + 1;
    }
  }

  /**
   * Packs vectors.
   *
   * @param words hashes of the known words
   * @param vectors of an unknown word first, then of each word
   */
  public static Embeddings pack(long[] words, int dimensions, float[] vectors) {
    if (vectors.length != (words.length + 1) * dimensions) {
      throw new IllegalArgumentException(vectors.length + " numbers, " + words.length + " words");
    }
    float[] units = new float[dimensions];
    byte[] values = new byte[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      units[i % dimensions] = Math.max(units[i % dimensions], Math.abs(vectors[i]) / 127);
    }
    for (int i = 0; i < vectors.length; i++) {
      float unit = units[i % dimensions];
      values[i] = (byte) (unit == 0 ? 0 : Math.round(vectors[i] / unit));
    }
    return new Embeddings(words.clone(), dimensions, units, values);
  }

  static Embeddings read(DataInputStream in, int mostWords) throws IOException {
    int size = in.readInt();
    int dimensions = in.readInt();
    if (size < 0 || size > mostWords || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IOException("embeddings of " + size + " words in " + dimensions + " dimensions");
    }
    long[] words = new long[size];
    for (int i = 0; i < size; i++) {
      words[i] = in.readLong();
    }
    float[] units = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      units[i] = in.readFloat();
    }
    byte[] values = new byte[(size + 1) * dimensions];
    in.readFully(values);
    return new Embeddings(words, dimensions, units, values);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(words.length);
    out.writeInt(dimensions);
    for (long word : words) {
      out.writeLong(word);
    }
    for (float unit : units) {
      out.writeFloat(unit);
    }
    out.write(values);
  }

  int dimensions() {
    return dimensions;
  }

  /** The number of a word, 0 where it is not known. */
  int indexOf(long word) {
    int slot = (int) word & (slots.length - 1);
    while (indices[slot] != 0) {
      if (slots[slot] == word) {
        return indices[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return 0;
  }

  /**
   * All vectors times a matrix.
   *
   * @param matrix at least as many rows as dimensions, {@code columns} numbers each
   */
  float[] times(float[] matrix, int columns) {
    int vectors = values.length / dimensions;
    float[] product = new float[vectors * columns];
    for (int v = 0; v < vectors; v++) {
      for (int d = 0; d < dimensions; d++) {
        float value = units[d] * values[v * dimensions + d];
        for (int c = 0; c < columns; c++) {
          product[v * columns + c] += value * matrix[d * columns + c];
        }
      }
    }
    return product;
  }
}
