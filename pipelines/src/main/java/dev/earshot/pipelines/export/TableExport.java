package dev.earshot.pipelines.export;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.Selection;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** Writes a table into a file: its rows in the order of its key, so the same bytes each time. */
public final class TableExport {
  private TableExport() {}

  /**
   * Writes a table; a file of that name is replaced once the new one is whole.
   *
   * @return the file
   */
  public static Path write(
      TableDatabase database, TableSchema table, Path folder, ExportFormat format)
      throws IOException, QueryException {
    Path file = folder.resolve(table.name() + "." + format.ending());
    Path unfinished = folder.resolve(file.getFileName() + ".part");
    try (Selection rows =
            database.select("select * from " + table.name() + " order by " + key(table));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
      format.write(table.name(), rows, out);
    } catch (IOException | QueryException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String key(TableSchema table) {
    TableColumn folder = table.partition();
    String key = table.key().stream().map(TableColumn::name).collect(Collectors.joining(", "));
    return folder == null || table.isDated() ? key : folder.name() + ", " + key;
  }
}
