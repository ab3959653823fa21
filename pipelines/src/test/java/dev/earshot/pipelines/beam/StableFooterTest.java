package dev.earshot.pipelines.beam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.earshot.pipelines.tables.MetricDefinitionRow;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encodings stand in one order, whatever the process: enums hash by their address. */
class StableFooterTest {
  @TempDir Path folder;

  private byte[] write() throws IOException {
    MetricDefinitionRow row =
        new MetricDefinitionRow("t", "c", "all", "BIGINT", "d", null, null, "1", 1, 0, null);
    TableSchema table = TableSchema.of(MetricDefinitionRow.class);
    WrittenFile file =
        ParquetSink.write(table, List.of(row).iterator(), folder.toString(), "a.parquet");
    byte[] bytes = Files.readAllBytes(folder.resolve("a.parquet"));
    assertEquals(file.bytes(), bytes.length);
    return bytes;
  }

  private static FileMetaData footer(byte[] file) throws IOException {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    return Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
  }

  @Test
  void encodingsAreInOrder() throws IOException {
    FileMetaData footer = footer(write());
    for (ColumnChunk column : footer.getRow_groups().get(0).getColumns()) {
      List<Encoding> encodings = column.getMeta_data().getEncodings();
      assertFalse(encodings.isEmpty());
      assertEquals(encodings.stream().sorted().toList(), encodings);
    }
  }

  @Test
  void anOrderedFooterStaysAsItIs() throws IOException {
    byte[] file = write();
    assertArrayEquals(file, StableFooter.of(file));
  }
}
