package dev.earshot.pipelines.query;

import dev.earshot.pipelines.publish.Views;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with published tables.
 *
 * @param root where they are, absolute
 * @param tables those that are there: a folder of an older version lacks the newest
 */
public record TableFolder(Path root, List<TableSchema> tables) {
  private static final String FILE_ENDING = ".parquet";
  private static final String PATTERN = "*?[";

  /**
   * The tables in a folder.
   *
   * @throws FileNotFoundException where none can be found, with what was expected
   */
  public static TableFolder at(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new FileNotFoundException(
          folder + ": no folder; expected the one that run --output named");
    }
    Path root = folder.toRealPath();
    if (root.toString().chars().anyMatch(letter -> PATTERN.indexOf(letter) >= 0)) {
      throw new FileNotFoundException(
          root + ": the engine takes *, ? and [ in the name of a folder for a pattern; move it");
    }
    List<TableSchema> tables =
        Tables.ALL.stream().filter(table -> !files(root.resolve(table.name())).isEmpty()).toList();
    if (tables.isEmpty()) {
      throw new FileNotFoundException(
          folder + ": no tables in it; expected the folder that run --output named");
    }
    return new TableFolder(root, tables);
  }

  /** Whether a table is there. */
  public boolean has(Class<? extends Record> row) {
    return tables.contains(TableSchema.of(row));
  }

  /**
   * The statements that make a view of each table, and of the summaries.
   *
   * @param missing the columns that no file of a table has
   */
  String views(Function<TableSchema, List<TableColumn>> missing) {
    return Views.statements(tables, this::files, missing);
  }

  /** The folders of the tables, as a list of SQL. */
  String folders() {
    return tables.stream()
        .map(table -> Views.quoted(root.resolve(table.name()) + "/"))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The files of a table, as a list of SQL. */
  public String files(TableSchema table) {
    return files(root.resolve(table.name())).stream()
        .map(file -> Views.quoted(file.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return paths.filter(path -> path.toString().endsWith(FILE_ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
