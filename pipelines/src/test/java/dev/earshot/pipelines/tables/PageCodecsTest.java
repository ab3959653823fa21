package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.pipelines.Sql;
import dev.earshot.pipelines.sources.bytes.ChannelInputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageCodecsTest {
  private static final byte[] TEXT = "so so so much love".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  /** DuckDB's codecs share no code with these. */
  @ParameterizedTest
  @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd", "lz4_raw"})
  void readsWhatAnotherEngineWrote(String codec) throws IOException {
    Path file = folder.resolve(codec + ".parquet");
    try (Sql sql = Sql.open()) {
      sql.execute(
          """
          COPY (SELECT i, 'word ' || (i & 7) AS text FROM range(5000) t(i))
          TO '%s' (FORMAT parquet, COMPRESSION '%s')\
          """
              .formatted(file, codec));
    }
    try (FileChannel channel = FileChannel.open(file);
        ParquetFileReader reader =
            ParquetFileReader.open(
                new ChannelInputFile(channel), PageCodecs.readOptions().build())) {
      MessageType schema = reader.getFileMetaData().getSchema();
      PageReadStore pages = reader.readNextRowGroup();
      RecordReader<org.apache.parquet.example.data.Group> rows =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(pages, new GroupRecordConverter(schema));
      for (int i = 0; i < 5000; i++) {
        var row = rows.read();
        assertEquals(i, row.getLong("i", 0));
        assertEquals("word " + (i & 7), row.getString("text", 0));
      }
    }
  }

  /** A block of Hadoop's LZ4 by the formats' own pages: two lengths, then a run of literals. */
  @Test
  void readsHadoopsLz4() throws IOException {
    ByteBuffer page = ByteBuffer.allocate(8 + 2 + TEXT.length);
    page.putInt(TEXT.length).putInt(2 + TEXT.length);
    page.put((byte) 0xF0).put((byte) (TEXT.length - 15)).put(TEXT);
    assertArrayEquals(TEXT, plain(CompressionCodecName.LZ4, page.array(), TEXT.length));
  }

  @Test
  void compressedPagesAreReadAgain() throws IOException {
    byte[] page =
        new PageCodecs()
            .getCompressor(CompressionCodecName.ZSTD)
            .compress(BytesInput.from(TEXT))
            .toInputStream()
            .readAllBytes();
    assertArrayEquals(TEXT, plain(CompressionCodecName.ZSTD, page, TEXT.length));
    ByteBuffer out = ByteBuffer.allocate(TEXT.length);
    new PageCodecs()
        .getDecompressor(CompressionCodecName.ZSTD)
        .decompress(ByteBuffer.wrap(page), page.length, out, TEXT.length);
    assertArrayEquals(TEXT, out.array());
  }

  /** Damage is an error of reading, whatever the codec makes of it. */
  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"ZSTD", "SNAPPY", "GZIP", "LZ4_RAW", "LZO", "BROTLI"})
  void damagedPagesAreNotRead(CompressionCodecName codec) {
    assertThrows(Exception.class, () -> plain(codec, TEXT, 40));
  }

  @Test
  void aPageHoldsWhatItsHeaderStates() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(page)) {
      out.write(TEXT);
    }
    IOException less =
        assertThrows(
            IOException.class,
            () -> plain(CompressionCodecName.GZIP, page.toByteArray(), TEXT.length + 1));
    assertEquals(
        "a damaged page: it does not hold the bytes that its header states", less.getMessage());
  }

  private static byte[] plain(CompressionCodecName codec, byte[] page, int size)
      throws IOException {
    BytesInputDecompressor decompressor = new PageCodecs().getDecompressor(codec);
    return decompressor.decompress(BytesInput.from(page), size).toInputStream().readAllBytes();
  }
}
