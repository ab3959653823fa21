package dev.earshot.pipelines.sources.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every logical type of Parquet's specification as the column of an id, a count, a text and a time:
 * the right value, or rejected for a reason.
 */
class ParquetTypesTest {
  private static final String ID = "post_id";
  private static final String COUNT = "engagement.like_count";
  private static final String TEXT = "text";
  private static final String TIME = "posted_at";

  @TempDir Path folder;

  /** Values: whole numbers, hexadecimal bytes after {@code x}, else text. */
  @ParameterizedTest(name = "{0} {1}: {2}, {3}, {4}, {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          # type                                  | value | id | count | text | time
          boolean v                               | true | true | invalid_field | true | invalid_timestamp
          int32 v                                 | -5 | -5 | invalid_field | -5 | invalid_timestamp
          int32 v                                 | 1741600000 | 1741600000 | 1741600000 | 1741600000 | 2025-03-10T09:46:40Z
          int32 v (INTEGER(8,true))               | 7 | 7 | 7 | 7 | invalid_timestamp
          int32 v (INTEGER(16,true))              | 7 | 7 | 7 | 7 | invalid_timestamp
          int32 v (INTEGER(32,true))              | 7 | 7 | 7 | 7 | invalid_timestamp
          int32 v (INTEGER(8,false))              | 200 | 200 | 200 | 200 | invalid_timestamp
          int32 v (INTEGER(16,false))             | 60000 | 60000 | 60000 | 60000 | invalid_timestamp
          int32 v (INTEGER(32,false))             | 3000000000 | 3000000000 | 3000000000 | 3000000000 | 2065-01-24T05:20:00Z
          int32 v (UINT_32)                       | 3000000000 | 3000000000 | 3000000000 | 3000000000 | 2065-01-24T05:20:00Z
          int64 v (INTEGER(64,true))              | 9007199254740993 | 9007199254740993 | out_of_range | 9007199254740993 | invalid_timestamp
          int64 v (INTEGER(64,false))             | 18446744073709551615 | 18446744073709551615 | out_of_range | 18446744073709551615 | invalid_timestamp
          int64 v (UINT_64)                       | 12 | 12 | 12 | 12 | invalid_timestamp
          int64 v                                 | 1741600000123456 | 1741600000123456 | out_of_range | 1741600000123456 | 2025-03-10T09:46:40.123456Z
          int32 v (DECIMAL(9,1))                  | 30 | 3 | 3 | 3.0 | invalid_timestamp
          int32 v (DECIMAL(9,2))                  | 1250 | ruined_id | invalid_field | 12.50 | invalid_timestamp
          int32 v (DECIMAL(9,0))                  | 77 | 77 | 77 | 77 | invalid_timestamp
          int64 v (DECIMAL(18,1))                 | 1234 | ruined_id | invalid_field | 123.4 | invalid_timestamp
          int64 v (DECIMAL(18,0))                 | 900719925474099311 | 900719925474099311 | out_of_range | 900719925474099311 | 1998-07-17T23:58:45.474099Z
          int64 v (DECIMAL(18,3))                 | 1741600000250 | ruined_id | invalid_field | 1741600000.250 | 2025-03-10T09:46:40.250Z
          fixed_len_byte_array(16) v (DECIMAL(38,0)) | x0000000000000000ffffffffffffffff | 18446744073709551615 | out_of_range | 18446744073709551615 | invalid_timestamp
          fixed_len_byte_array(16) v (DECIMAL(38,0)) | x0000000000000000000000000000002a | 42 | 42 | 42 | invalid_timestamp
          fixed_len_byte_array(5) v (DECIMAL(10,2)) | x00000004b0 | 12 | 12 | 12.00 | invalid_timestamp
          fixed_len_byte_array(5) v (DECIMAL(10,2)) | xfffffffb50 | -12 | invalid_field | -12.00 | invalid_timestamp
          binary v (DECIMAL(38,0))                | x2a | 42 | 42 | 42 | invalid_timestamp
          binary v (DECIMAL(20,2))                | x04e2 | ruined_id | invalid_field | 12.50 | invalid_timestamp
          binary v (DECIMAL(20,2))                | x | invalid_field | invalid_field | invalid_field | invalid_field
          float v                                 | 3.0 | 3 | 3 | 3.0 | invalid_timestamp
          float v                                 | 12.5 | ruined_id | invalid_field | 12.5 | invalid_timestamp
          float v                                 | 20000000 | ruined_id | 20000000 | 20000000 | invalid_timestamp
          float v                                 | NaN | derived | none | missing_field | missing_field
          double v                                | 12345678.0 | 12345678 | 12345678 | 12345678 | invalid_timestamp
          double v                                | 0.0 | 0 | 0 | 0.0 | invalid_timestamp
          double v                                | -0.0 | 0 | 0 | 0.0 | invalid_timestamp
          double v                                | 1.5E17 | ruined_id | out_of_range | 150000000000000000 | invalid_timestamp
          double v                                | 1741600000.5 | ruined_id | invalid_field | 1741600000.5 | 2025-03-10T09:46:40.500Z
          double v                                | Infinity | invalid_field | invalid_field | invalid_field | invalid_field
          double v                                | NaN | derived | none | missing_field | missing_field
          fixed_len_byte_array(2) v (FLOAT16)     | x0042 | 3 | 3 | 3.0 | invalid_timestamp
          fixed_len_byte_array(2) v (FLOAT16)     | x00c2 | -3 | invalid_field | -3.0 | invalid_timestamp
          fixed_len_byte_array(2) v (FLOAT16)     | x004a | 12 | 12 | 12.0 | invalid_timestamp
          fixed_len_byte_array(2) v (FLOAT16)     | x404a | ruined_id | invalid_field | 12.5 | invalid_timestamp
          fixed_len_byte_array(2) v (FLOAT16)     | x0070 | ruined_id | 8192 | 8192.0 | invalid_timestamp
          fixed_len_byte_array(2) v (FLOAT16)     | x007e | derived | none | missing_field | missing_field
          int32 v (DATE)                          | 20157 | 2025-03-10 | invalid_field | 2025-03-10 | 2025-03-10T00:00:00Z
          int32 v (TIME(MILLIS,true))             | 35000123 | 09:43:20.123Z | invalid_field | 09:43:20.123Z | invalid_timestamp
          int32 v (TIME_MILLIS)                   | 35000123 | 09:43:20.123Z | invalid_field | 09:43:20.123Z | invalid_timestamp
          int64 v (TIME(MICROS,false))            | 35000123456 | 09:43:20.123456 | invalid_field | 09:43:20.123456 | invalid_timestamp
          int64 v (TIME(NANOS,false))             | 35000123456789 | 09:43:20.123456789 | invalid_field | 09:43:20.123456789 | invalid_timestamp
          int32 v (TIME(MILLIS,true))             | 86400000 | invalid_field | invalid_field | invalid_field | invalid_field
          int64 v (TIMESTAMP(MILLIS,true))        | 1741600000123 | 2025-03-10T09:46:40.123Z | invalid_field | 2025-03-10T09:46:40.123Z | 2025-03-10T09:46:40.123Z
          int64 v (TIMESTAMP_MICROS)              | 1741600000123456 | 2025-03-10T09:46:40.123456Z | invalid_field | 2025-03-10T09:46:40.123456Z | 2025-03-10T09:46:40.123456Z
          int64 v (TIMESTAMP(NANOS,true))         | 1741600000123456789 | 2025-03-10T09:46:40.123456789Z | invalid_field | 2025-03-10T09:46:40.123456789Z | 2025-03-10T09:46:40.123456Z
          int64 v (TIMESTAMP(MILLIS,false))       | 1741600000123 | 2025-03-10T09:46:40.123 | invalid_field | 2025-03-10T09:46:40.123 | 2025-03-10T09:46:40.123Z
          int64 v (TIMESTAMP(MICROS,false))       | 1741600000123456 | 2025-03-10T09:46:40.123456 | invalid_field | 2025-03-10T09:46:40.123456 | 2025-03-10T09:46:40.123456Z
          int96 v                                 | x00007fa303200000498c2500 | 2025-03-10T09:46:40Z | invalid_field | 2025-03-10T09:46:40Z | 2025-03-10T09:46:40Z
          fixed_len_byte_array(12) v (INTERVAL)   | x010000000200000003000000 | invalid_field | invalid_field | invalid_field | invalid_field
          fixed_len_byte_array(16) v (UUID)       | x00112233445566778899aabbccddeeff | 00112233-4455-6677-8899-aabbccddeeff | invalid_field | 00112233-4455-6677-8899-aabbccddeeff | invalid_timestamp
          binary v (STRING)                       | 2025-03-10T09:46:40Z | 2025-03-10T09:46:40Z | invalid_field | 2025-03-10T09:46:40Z | 2025-03-10T09:46:40Z
          binary v (UTF8)                         | 3.0 | 3 | 3 | 3.0 | invalid_timestamp
          binary v (STRING)                       | xff41 | invalid_encoding | invalid_encoding | invalid_encoding | invalid_encoding
          binary v (ENUM)                         | 12 | 12 | 12 | 12 | invalid_timestamp
          binary v                                | 12 | 12 | 12 | 12 | invalid_timestamp
          fixed_len_byte_array(4) v               | tern | tern | invalid_field | tern | invalid_timestamp
          binary v (JSON)                         | "17" | 17 | 17 | 17 | invalid_timestamp
          binary v (JSON)                         | 17 | 17 | 17 | 17 | invalid_timestamp
          binary v (JSON)                         | [17] | invalid_field | invalid_field | [17] | invalid_field
          binary v (JSON)                         | {"a": | invalid_field | invalid_field | {"a": | invalid_field
          binary v (JSON)                         | nil | invalid_field | invalid_field | invalid_field | invalid_field
          binary v (BSON)                         | x0500000000 | invalid_field | invalid_field | invalid_field | invalid_field
          """)
  void hasTheRightValueOrIsRejected(
      String type, String value, String id, String count, String text, String time)
      throws IOException {
    Path file = write("optional " + type + ";", row -> add(row, type, value));
    assertEquals(id, read(file, ID), "as an id");
    assertEquals(count, read(file, COUNT), "as a count");
    assertEquals(text, read(file, TEXT), "as a text");
    assertEquals(time, read(file, TIME), "as a time");
  }

  @Test
  void listsMapsAndVariantsAreNoColumns() throws IOException {
    String list = "optional group v (LIST) { repeated group list { optional int32 element; } }";
    String map =
        "optional group v (MAP) { repeated group key_value { required binary key; optional int32"
            + " value; } }";
    for (String type : new String[] {list, map, "repeated int32 v;"}) {
      assertEquals("file_unreadable", read(write(type, row -> {}), ID));
    }
    Path variant =
        write("optional group v { required binary metadata; optional binary value; }", row -> {});
    declareUnknown(variant, 16);
    assertEquals("file_unreadable", read(variant, ID));
  }

  /** The library knows no GEOMETRY, which is the 17th logical type, and refuses the file. */
  @Test
  void aGeometryIsRefusedAndTheColumnsBesideItAreRead() throws IOException {
    Path file =
        write(
            "required binary v; required binary id (STRING);",
            row -> row.append("v", Binary.fromConstantByteArray(new byte[21])).append("id", "p7"));
    declareUnknown(file, 17);
    assertEquals("invalid_field", read(file, TEXT));
    assertEquals("p7", read(file, ID, "id"));
  }

  private Path write(String fields, Consumer<Group> values) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType("message m { " + fields + " }");
    Path file = Files.createTempFile(folder, "types", ".parquet");
    Files.delete(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      Group row = new SimpleGroupFactory(schema).newGroup();
      values.accept(row);
      writer.write(row);
    }
    return file;
  }

  private static void add(Group row, String type, String value) {
    byte[] bytes =
        value.startsWith("x")
            ? HexFormat.of().parseHex(value.substring(1))
            : value.getBytes(StandardCharsets.UTF_8);
    switch (type.substring(0, 5)) {
      case "boole" -> row.append("v", Boolean.parseBoolean(value));
      case "int32" -> row.append("v", (int) Long.parseLong(value));
      case "int64" -> row.append("v", new BigInteger(value).longValue());
      case "int96" -> row.append("v", NanoTime.fromBinary(Binary.fromConstantByteArray(bytes)));
      case "float" -> row.append("v", Float.parseFloat(value));
      case "doubl" -> row.append("v", Double.parseDouble(value));
      default -> row.append("v", Binary.fromConstantByteArray(bytes));
    }
  }

  private static String read(Path file, String field) throws IOException {
    return read(file, field, "v");
  }

  private static String read(Path file, String field, String column) throws IOException {
    StringBuilder constants = new StringBuilder("network: x, author_id: a1");
    for (String other : new String[] {ID + ": p1", TEXT + ": t", TIME + ": '2025-03-10T10:00Z'"}) {
      if (!other.startsWith(field)) {
        constants.append(", ").append(other);
      }
    }
    String yaml =
        """
        kind: posts
        zone: UTC
        constants: {%s}
        columns: {%s: %s}
        """
            .formatted(constants, field, column);
    Collected<Post> read = new Collected<>();
    try (FileChannel channel = FileChannel.open(file)) {
      MappedParquet.posts(Mapping.parse(yaml, "m.yaml"), ReadLimits.DEFAULT)
          .read(channel, ByteRange.WHOLE, read);
    }
    if (!read.rejections.isEmpty()) {
      assertEquals(field, read.rejections.get(0).field());
      return read.rejections.get(0).reason().code();
    }
    return value(read.records.get(0), field);
  }

  private static String value(Post post, String field) {
    Engagement engagement = post.engagement();
    return switch (field) {
      case ID -> post.postId().length() == 32 ? "derived" : post.postId();
      case TEXT -> post.text();
      case COUNT -> engagement == null ? "none" : String.valueOf(engagement.likeCount());
      default -> Instant.EPOCH.plusNanos(post.postedAtMicros() * 1000).toString();
    };
  }

  /** Gives the first column a logical type of that number, which newer writers know. */
  private static void declareUnknown(Path file, int number) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int end = all.length - 8;
    int length = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(all, end - length, length));
    SchemaElement column = footer.getSchema().get(1);
    column.setLogicalType(
        org.apache.parquet.format.LogicalType.DATE(new org.apache.parquet.format.DateType()));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, written);
    byte[] changed = withNumber(written.toByteArray(), number);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(all, 0, end - length);
    whole.writeBytes(changed);
    whole.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(changed.length).array());
    whole.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    Files.write(file, whole.toByteArray());
  }

  /**
   * Thrift's compact protocol: the union begins with a byte of the field's number and type (12, a
   * structure), and an empty structure and the union each end with a zero.
   */
  private static byte[] withNumber(byte[] footer, int number) {
    byte[] date = {(byte) (6 << 4 | 12), 0, 0};
    for (int i = 0; i + date.length <= footer.length; i++) {
      if (Arrays.equals(footer, i, i + date.length, date, 0, date.length)) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(footer, 0, i);
        // A number that is more than 15 above the one before follows its type, zigzag.
        if (number > 15) {
          changed.write(12);
          changed.write(number << 1);
        } else {
          changed.write(number << 4 | 12);
        }
        changed.write(footer, i + 1, footer.length - i - 1);
        return changed.toByteArray();
      }
    }
    throw new IllegalStateException("no such type in the footer");
  }
}
