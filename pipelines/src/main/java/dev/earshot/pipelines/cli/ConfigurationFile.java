package dev.earshot.pipelines.cli;

import dev.earshot.models.yaml.YamlProblem;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.models.yaml.YamlWording;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options of a run in a YAML file: the keys are the options' names, {@code max_rejected_rate} for
 * {@code --max-rejected-rate}. What the command line says as well is the command line's to say.
 * {@code pipelines/docs/scheduling.md} describes it.
 */
final class ConfigurationFile {
  static final String OPTION = "--config";

  /** What belongs after {@code --}. */
  static final String BEAM_OPTIONS = "beam_options";

  /** Of this run alone: which file it is, and whether it is one. */
  private static final Set<String> NOT_IN_THE_FILE = Set.of(OPTION, "--dry-run");

  private static final Set<String> SECRETS = Set.of("key", "earshot_key", "secret", "password");
  private static final List<String> SECRET_WORDS =
      List.of("secret", "password", "token", "credential", "accesskey");

  private static final int MAX_CHARACTERS = 1 << 20;

  private static final YamlWording WORDING =
      new YamlWording(
          "not valid YAML: ",
          "",
          "expected a mapping of options to values, found {found}",
          "duplicate key, first on line {line}",
          "expected a list of {of}, found {found}");

  private final YamlProblems problems;
  private final YamlReader reader;
  private final OptionPaths paths;
  private final Map<String, OptionSpec> options = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> beamOptions = new ArrayList<>();

  private ConfigurationFile(Path file) {
    problems = new YamlProblems(file.toString());
    reader = new YamlReader(problems, WORDING);
    paths = OptionPaths.relativeTo(file);
    for (OptionSpec option : spec(new RunCommand()).options()) {
      if (!NOT_IN_THE_FILE.contains(option.longestName())) {
        options.put(key(option.longestName()), option);
      }
    }
  }

  private static CommandSpec spec(Object command) {
    return CommandSpec.forAnnotatedObject(command);
  }

  private static String key(String option) {
    return option.substring(2).replace('-', '_');
  }

  /**
   * The arguments of a command with the options of the file that they name.
   *
   * @throws UserException with every mistake of the file, by line and key
   */
  static List<String> expanded(List<String> arguments) {
    CommandSpec command = command(arguments);
    if (command == null) {
      return arguments;
    }
    int end = arguments.indexOf("--");
    List<String> said = arguments.subList(1, end < 0 ? arguments.size() : end);
    String name = named(said);
    if (name == null) {
      return arguments;
    }
    ConfigurationFile file = read(LocalFiles.path(name));
    List<String> all = new ArrayList<>(arguments.subList(0, 1 + said.size()));
    for (String word : file.words) {
      String option = name(word);
      boolean isSaid = said.stream().anyMatch(other -> name(other).equals(option));
      if (!isSaid && command.findOption(option) != null) {
        all.add(word);
      }
    }
    if (end >= 0) {
      all.addAll(arguments.subList(end, arguments.size()));
    } else if (!file.beamOptions.isEmpty() && !command.positionalParameters().isEmpty()) {
      all.add("--");
      all.addAll(file.beamOptions);
    }
    return all;
  }

  /** The commands that have the option. */
  private static @Nullable CommandSpec command(List<String> arguments) {
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    return switch (name) {
      case "run" -> spec(new RunCommand());
      case "validate" -> spec(new ValidateCommand());
      default -> null;
    };
  }

  private static String name(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  /** The file that the words name, or null. */
  private static @Nullable String named(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith(OPTION + "=")) {
        return word.substring(OPTION.length() + 1);
      }
      if (word.equals(OPTION)) {
        return i + 1 < words.size() ? words.get(i + 1) : null;
      }
    }
    return null;
  }

  private static ConfigurationFile read(Path path) {
    ConfigurationFile file = new ConfigurationFile(path);
    file.read(text(path));
    if (!file.problems.isEmpty()) {
      throw new UserException(
          ExitCode.CONFIGURATION,
          file.problems.sorted().stream()
              .map(YamlProblem::toString)
              .collect(Collectors.joining("\n")));
    }
    return file;
  }

  private static String text(Path path) {
    try {
      return TextFile.read(path);
    } catch (NoSuchFileException e) {
      throw new UserException(ExitCode.CONFIGURATION, path + ": no such file");
    } catch (IOException e) {
      throw new UserException(ExitCode.CONFIGURATION, path + ": " + Messages.of(e));
    }
  }

  private void read(String yaml) {
    Node root = reader.compose(yaml, MAX_CHARACTERS);
    if (root == null) {
      return;
    }
    for (Map.Entry<String, Node> entry : reader.entries(root, "").entrySet()) {
      String key = entry.getKey();
      OptionSpec option = options.get(key);
      if (key.equals(BEAM_OPTIONS)) {
        readBeamOptions(entry.getValue());
      } else if (option == null) {
        problems.add(entry.getValue(), key, unknown(key));
      } else {
        read(option, key, entry.getValue());
      }
    }
  }

  private String unknown(String key) {
    if (SECRETS.contains(key)) {
      return "no secret belongs into this file; name the key's file with key_file, or set"
          + " EARSHOT_KEY";
    }
    String near = problems.didYouMean(key, options.keySet());
    return "unknown key"
        + (near.isEmpty() ? "; the keys are the options of run, as max_rejected_rate" : near);
  }

  private void read(OptionSpec option, String key, Node node) {
    String name = option.longestName();
    if (option.arity().max() == 0) {
      if (reader.truth(node, key)) {
        words.add(name);
      }
      return;
    }
    if (option.isMultiValue() && node instanceof SequenceNode) {
      for (YamlReader.Item item : reader.texts(node, key, "texts")) {
        add(name, item);
      }
      return;
    }
    String value = reader.plain(node, key);
    if (value != null) {
      add(name, new YamlReader.Item(value, node, key));
    }
  }

  /**
   * Has the parser look at the value alone, so that every mistake is found, and where it stands.
   */
  private void add(String name, YamlReader.Item item) {
    CommandSpec fresh = spec(new RunCommand());
    OptionSpec option = fresh.findOption(name);
    CommandSpec alone =
        CommandSpec.create().addOption(OptionSpec.builder(option).required(false).build());
    String word = name + "=" + paths.resolved(option, item, problems);
    try {
      new CommandLine(alone).setExpandAtFiles(false).parseArgs(word);
      words.add(word);
    } catch (ParameterException e) {
      problems.add(item.node(), item.path(), String.valueOf(e.getMessage()));
    }
  }

  private void readBeamOptions(Node node) {
    for (YamlReader.Item item : reader.texts(node, BEAM_OPTIONS, "options of the engine")) {
      String name = name(item.value()).toLowerCase(Locale.ROOT);
      if (!item.value().startsWith("--")) {
        problems.add(
            item.node(),
            item.path(),
            "expected an option as --parallelism=4, found " + YamlProblems.quote(item.value()));
      } else if (SECRET_WORDS.stream().anyMatch(name::contains)) {
        problems.add(
            item.node(),
            item.path(),
            "no secret belongs into this file; the engine finds them in its own environment");
      } else {
        beamOptions.add(item.value());
      }
    }
  }
}
