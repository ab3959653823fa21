package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.export.ExportFormat;
import dev.earshot.pipelines.export.TableExport;
import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Writes published tables as files for spreadsheets. */
@Command(
    name = "export",
    description = {
      "Writes each table into a file for spreadsheets, DIR/<table>.csv or .xlsx.",
      "",
      "Texts that a spreadsheet would run (=, +, -, @, a tab ...) have an apostrophe before them in"
          + " CSV and are cells of type text in XLSX. The same tables give the same bytes."
    },
    footer = {
      "",
      "Exit codes: 0 done; 2 wrong use; 65 tables that cannot be read; 66 no tables; 74 cannot"
          + " write."
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin TablesOption tables = new TablesOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the files; files of the same names are replaced.")
  Path target = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "csv or xlsx.",
      converter = FormatConverter.class)
  ExportFormat format = ExportFormat.CSV;

  @Option(
      names = "--restricted",
      description = "Also tables about single persons, which otherwise are left out.")
  boolean withRestricted;

  @Override
  public Integer call() {
    TableFolder folder = tables.folder();
    List<TableSchema> chosen =
        folder.tables().stream().filter(t -> withRestricted || !t.isRestricted()).toList();
    try (TableDatabase database = TablesOption.open(folder)) {
      Files.createDirectories(target);
      for (TableSchema table : chosen) {
        System.out.println(TableExport.write(database, table, target, format));
      }
    } catch (QueryException e) {
      throw TablesOption.unreadable(folder, e);
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
    if (chosen.size() < folder.tables().size()) {
      Console.say(
          "left out, since their rows are about single persons (--restricted writes them): "
              + folder.tables().stream()
                  .filter(t -> t.isRestricted())
                  .map(TableSchema::name)
                  .collect(Collectors.joining(", ")));
    }
    return ExitCode.OK;
  }

  /** {@code csv} or {@code xlsx}. */
  static final class FormatConverter implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String word) {
      for (ExportFormat format : ExportFormat.values()) {
        if (format.ending().equals(word)) {
          return format;
        }
      }
      throw new TypeConversionException("expected csv or xlsx, got '" + word + "'");
    }
  }
}
