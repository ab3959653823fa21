package dev.earshot.pipelines.export;

import dev.earshot.pipelines.query.Cells;
import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of one table. Texts are cells of type text, which no spreadsheet runs; dates and times
 * are dates, in UTC. Rows beyond what a sheet holds stand on further sheets.
 */
final class WorkbookFile {
  private static final String APPLICATION = "Earshot";
  private static final String VERSION = "1.0";
  private static final int LONGEST_TEXT = 32_767;
  private static final int ROWS_AT_ONCE = 1_000;
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String CREATED_BEGINS = "<dcterms:created";
  private static final String CREATED_ENDS = "</dcterms:created>";

  private WorkbookFile() {}

  static void write(String table, Selection rows, OutputStream out)
      throws IOException, QueryException {
    Path dated = Files.createTempFile("earshot-", ".xlsx");
    try {
      try (OutputStream file = Files.newOutputStream(dated)) {
        Workbook workbook = new Workbook(file, APPLICATION, VERSION);
        writeSheets(workbook, table, rows);
        workbook.finish();
      }
      copyWithoutTime(dated, out);
    } finally {
      Files.delete(dated);
    }
  }

  private static void writeSheets(Workbook workbook, String table, Selection rows)
      throws IOException, QueryException {
    int number = 1;
    Worksheet sheet = begin(workbook, table, number, rows.names());
    int line = 1;
    for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
      if (line == Worksheet.MAX_ROWS) {
        sheet.finish();
        number++;
        sheet = begin(workbook, table, number, rows.names());
        line = 1;
      }
      for (int i = 0; i < row.size(); i++) {
        put(sheet, line, i, row.get(i));
      }
      line++;
      if (line % ROWS_AT_ONCE == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private static Worksheet begin(Workbook workbook, String table, int number, List<String> names) {
    // Excel allows 31 letters.
    String ending = number == 1 ? "" : " " + number;
    Worksheet sheet =
        workbook.newWorksheet(
            table.substring(0, Math.min(table.length(), 31 - ending.length())) + ending);
    sheet.freezePane(0, 1);
    for (int i = 0; i < names.size(); i++) {
      sheet.inlineString(0, i, names.get(i));
      sheet.style(0, i).bold().set();
    }
    return sheet;
  }

  private static void put(Worksheet sheet, int row, int column, @Nullable Object cell) {
    if (cell instanceof Number number) {
      if (Double.isFinite(number.doubleValue())) {
        sheet.value(row, column, number);
      }
    } else if (cell instanceof Boolean flag) {
      sheet.value(row, column, flag);
    } else if (cell instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (cell instanceof OffsetDateTime time) {
      LocalDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      sheet.value(row, column, utc);
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else if (cell != null) {
      String text = Cells.text(cell);
      sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }
  }

  /** The same workbook without the time at which it was made: the same rows give the same bytes. */
  private static void copyWithoutTime(Path dated, OutputStream out) throws IOException {
    ZipOutputStream to = new ZipOutputStream(out);
    // Its parts begin with no sizes, which a stream would need.
    try (ZipFile from = new ZipFile(dated.toFile())) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        to.putNextEntry(copy);
        try (InputStream part = from.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            to.write(withoutTime(part.readAllBytes()));
          } else {
            part.transferTo(to);
          }
        }
        to.closeEntry();
      }
    }
    to.finish();
  }

  private static byte[] withoutTime(byte[] properties) {
    String text = new String(properties, StandardCharsets.UTF_8);
    int begins = text.indexOf(CREATED_BEGINS);
    int ends = text.indexOf(CREATED_ENDS) + CREATED_ENDS.length();
    return (text.substring(0, begins) + text.substring(ends)).getBytes(StandardCharsets.UTF_8);
  }
}
