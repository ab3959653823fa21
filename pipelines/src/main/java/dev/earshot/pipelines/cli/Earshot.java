package dev.earshot.pipelines.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

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

  private static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    Console.say(String.valueOf(e.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }
}
