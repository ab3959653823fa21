package dev.earshot.pipelines.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: {@code scripts/earshot <command>}. */
@Command(
    name = "earshot",
    description = "Listens to what people say to and about brands, and answers in tables.",
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      EvaluateCommand.class,
      TablesCommand.class,
      FormatsCommand.class,
      MappingsCommand.class,
      QueryCommand.class,
      AlertsCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      EraseCommand.class,
      GenerateCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    version = "earshot " + Version.STRING)
public final class Earshot {
  private Earshot() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs a command; returns its exit code. */
  public static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Earshot());
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    // Handles begin with @; options come from a file by --config.
    line.setExpandAtFiles(false);
    line.registerConverter(LocalDate.class, Earshot::date);
    line.setParameterExceptionHandler(Earshot::misused);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof UserException reason) {
            Console.say(String.valueOf(reason.getMessage()));
            return reason.exitCode();
          }
          throw failure;
        });
    try {
      return line.execute(ConfigurationFile.expanded(List.of(arguments)).toArray(String[]::new));
    } catch (UserException e) {
      Console.say(String.valueOf(e.getMessage()));
      return e.exitCode();
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no date; expected one as 2026-03-01");
    }
  }

  private static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    boolean isCommandUnknown =
        e instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && !command.getSubcommands().isEmpty();
    Console.say(
        isCommandUnknown
            ? "no command '"
                + arguments[0]
                + "'; commands are "
                + String.join(", ", command.getSubcommands().keySet())
            : String.valueOf(e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }
}
