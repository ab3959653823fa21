package dev.earshot.pipelines.run;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.io.Serializable;

/**
 * Where facts meet: a few partitions, each small enough to be put in order in memory, rather than a
 * key for each post or person. Their number follows from the size of the input alone.
 */
public final class Partitions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long INPUT_BYTES_PER_PARTITION = 4L << 20;
  private static final int MINIMUM = 8;
  private static final int MAXIMUM = 1 << 20;

  private final int count;

  public Partitions(long inputBytes) {
    long wanted = inputBytes / INPUT_BYTES_PER_PARTITION;
    count = (int) Math.max(MINIMUM, Math.min(wanted, MAXIMUM));
  }

  public int of(long fingerprint) {
    return Math.floorMod(SplitMix64.mix(fingerprint), count);
  }
}
