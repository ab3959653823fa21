package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the tables are that a command reads. */
final class TablesOption {
  @Option(
      names = "--tables",
      required = true,
      paramLabel = "DIR",
      description = "The folder that run --output named.")
  String location = "";

  TableFolder folder() {
    if (location.contains("://")) {
      throw new UserException(
          ExitCode.USAGE,
          location
              + ": expected a folder; copy the tables out of the store, which views.sql lists");
    }
    try {
      return TableFolder.at(Path.of(location));
    } catch (FileNotFoundException e) {
      throw new UserException(ExitCode.NO_INPUT, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }

  /** Opens the tables; a file that the engine cannot read is named. */
  static TableDatabase open(TableFolder folder) {
    try {
      return TableDatabase.open(folder);
    } catch (QueryException e) {
      throw unreadable(folder, e);
    }
  }

  /** What ends a command whose own queries the tables do not answer. */
  static UserException unreadable(TableFolder folder, QueryException e) {
    return new UserException(
        ExitCode.DATA, folder.root() + ": the tables cannot be read: " + e.getMessage());
  }
}
