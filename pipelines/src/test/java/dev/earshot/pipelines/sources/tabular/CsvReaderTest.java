package dev.earshot.pipelines.sources.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
  /** {@code line@offset: cells or fault}. */
  private static List<String> read(String file, int maxLength) throws IOException {
    byte[] bytes = Collected.bytes(file);
    CsvReader reader =
        new CsvReader(new ByteArrayChannel(bytes, bytes.length), ',', false, maxLength);
    List<String> rows = new ArrayList<>();
    while (reader.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; reader.fault() == null && i < reader.cellCount(); i++) {
        cells.add(reader.cell(i));
      }
      String content = reader.fault() == null ? String.join("|", cells) : reader.fault().code();
      rows.add(reader.lineInRange() + "@" + reader.byteOffset() + ": " + content);
    }
    return rows;
  }

  @Test
  void readsTheGrammarOfRfc4180() throws IOException {
    assertEquals(
        List.of(
            "0@3: a|b|c",
            "1@9: 1||x y",
            "2@18: say \"hi\"|line\nfeed\r\nboth\rbare|",
            "5@58: 5\" wide|q|\r",
            "6@74: last|row|"),
        read(
            "\ufeffa,b,c\n1,\"\",x y\n\"say \"\"hi\"\"\",\"line\nfeed\r\nboth\rbare\",\"\"\r\n"
                + "5\" wide,\"q\",\"\r\"\n\"last\",row,",
            99));
  }

  @Test
  void skipsRowsWithoutAnyValueButCountsTheirLines() throws IOException {
    assertEquals(List.of("0@0: a|b", "5@17: 1|2"), read("a,b\n,\n\r\n\"\",\"\"\n,,\n1,2\n\n,", 99));
  }

  @Test
  void anUnclosedQuoteCostsItsLineOnly() throws IOException {
    assertEquals(
        List.of("0@0: a|b", "1@4: invalid_csv", "2@12: 2|y", "3@16: 3|z"),
        read("a,b\n1,\"open\n2,y\n3,z", 99));
    assertEquals(
        List.of("0@0: a|b", "1@4: line_too_long", "2@12: 2|y", "3@16: 3|z"),
        read("a,b\n1,\"open\n2,y\n3,z", 9));
  }

  @Test
  void aQuoteThatClosesInAForeignRowCostsItsLineOnly() throws IOException {
    assertEquals(
        List.of("0@0: a|b", "1@4: invalid_csv", "2@12: 2|y", "3@18: 3|z"),
        read("a,b\n1,\"open\n2,\"y\"\n3,z\n", 99));
  }

  @Test
  void aRecordOfExactlyTheLimitIsNotTooLong() throws IOException {
    assertEquals(
        List.of(
            "0@0: 123456789",
            "1@10: 123456789",
            "2@21: line_too_long",
            "3@32: 12|34",
            "4@38: line_too_long",
            "5@59: 123456789"),
        read("123456789\n123456789\r\n1234567890\n12,34\n12345678901234567890\n123456789", 9));
  }

  @Test
  void resynchronisingIsLinearOnHostileQuotes() throws IOException {
    // Every line opens a quote, from within a quoted cell as well as from without.
    byte[] bytes = Collected.bytes("x\",\"y\n".repeat(1 << 18));
    int maxLength = 1 << 16;
    CsvReader reader =
        new CsvReader(new ByteArrayChannel(bytes, bytes.length), ',', false, maxLength);
    long records = 0;
    while (reader.next()) {
      records++;
    }
    assertTrue(records > 10, "all in " + records + " records");
    assertEquals(1 << 18, reader.lineFeeds());
    assertTrue(reader.rescannedBytes() <= 4L * (bytes.length + maxLength), "linear");
  }

  @Test
  void aMillionEmptyRowsAreNoRecords() throws IOException {
    assertEquals(
        List.of("0@0: a|b|c", "1000001@3000006: 1|2|3"),
        read("a,b,c\n" + ",,\n".repeat(1_000_000) + "1,2,3\n", 99));
  }
}
