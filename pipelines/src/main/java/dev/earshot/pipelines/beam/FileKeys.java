package dev.earshot.pipelines.beam;

import dev.earshot.models.statistics.basics.SplitMix64;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.Serializable;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Says which file a row goes to: the folder of its partition, and in it one file for each GiB of
 * input. That follows from the row and the size of the input alone, so that every runner at every
 * parallelism writes the same bytes.
 *
 * @param files files in a partition
 */
public record FileKeys(int files) implements Serializable {
  private static final long INPUT_BYTES_PER_FILE = 1L << 30;
  private static final int MAXIMUM_FILES = 1 << 12;

  /**
   * Partitions of a table meet in so many groups for each file of a partition, rather than in a
   * group for each day: an engine has its costs for every group, however small.
   */
  private static final int GROUPS = 16;

  /** The keys of a run over so much input. */
  public static FileKeys of(long inputBytes) {
    return new FileKeys((int) Math.min(1 + inputBytes / INPUT_BYTES_PER_FILE, MAXIMUM_FILES));
  }

  /** The row under the key of its file and those of other partitions that are written with it. */
  public <T extends Record> KV<Long, Encoded<T>> assign(T row) {
    TableSchema table = TableSchema.of(row.getClass());
    long file = files == 1 ? 0 : Math.floorMod(keyHash(table, row), files);
    long group = Math.floorMod(table.partitionNumber(row), (long) GROUPS);
    return KV.of(group * MAXIMUM_FILES + file, Encoded.of(row));
  }

  private static long keyHash(TableSchema table, Record row) {
    long hash = 0;
    for (TableColumn column : table.key()) {
      hash = SplitMix64.mix(hash + String.valueOf(column.valueOf(row)).hashCode());
    }
    return hash;
  }

  /** The number of the file in its partition. */
  static long fileOf(long key) {
    return Math.floorMod(key, (long) MAXIMUM_FILES);
  }

  /** A step that puts rows under their keys. */
  public static final class Assign<T extends Record> extends DoFn<T, KV<Long, Encoded<T>>> {
    private final FileKeys keys;

    public Assign(FileKeys keys) {
      this.keys = keys;
    }

    @ProcessElement
    public void process(@Element T row, OutputReceiver<KV<Long, Encoded<T>>> out) {
      out.output(keys.assign(row));
    }
  }
}
