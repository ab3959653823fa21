package dev.earshot.pipelines.cli;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.brands.BrandFile;
import dev.earshot.models.brands.BrandFileException;
import dev.earshot.models.engagement.EngagementDefinitions;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicSelection;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.UserDefinitions;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.mapping.MappingException;
import dev.earshot.pipelines.sources.mapping.ShippedMappings;
import dev.earshot.pipelines.sources.weblogs.AccessLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run reads, checked.
 *
 * @param brandsYaml the brand file's text
 * @param brands what it says
 * @param mappings the mappings' texts
 * @param definitions what the user defines
 * @param files the recognised input files, sorted by name, and what tells their content
 * @param unknownCount how many files of folders are not read, as their content is of no known
 *     format
 */
record Inputs(
    String brandsYaml,
    BrandBook brands,
    List<YamlText> mappings,
    UserDefinitions definitions,
    List<InputFiles.Recognised> files,
    int unknownCount) {

  static Inputs read(InputOptions options) {
    String brandsYaml = text(options.brands);
    checkLogFormat(options.logFormat);
    List<YamlText> mappings =
        options.mappings.stream()
            .map(path -> new YamlText(path.toString(), mappingText(path)))
            .toList();
    try {
      BrandBook brands = BrandFile.read(brandsYaml, options.brands.toString());
      InputFiles found = new InputFiles(brands, byKind(mappings), options.unwrap());
      for (Map.Entry<RecordKind, List<String>> kind : options.byKind().entrySet()) {
        found.add(kind.getValue(), kind.getKey());
      }
      List<InputFiles.Recognised> files = found.sorted();
      PrivateColumns.tell(mappings, files);
      return new Inputs(
          brandsYaml, brands, mappings, definitions(options), files, found.unknownCount());
    } catch (BrandFileException e) {
      throw new UserException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    } catch (MappingException | InvalidPhraseFileException e) {
      throw new UserException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UserException(ExitCode.NO_INPUT, Messages.of(e));
    }
  }

  private static void checkLogFormat(@Nullable String logFormat) {
    List<String> missing = logFormat == null ? List.of() : AccessLogs.missingFrom(logFormat);
    if (!missing.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "--log-format: \"" + logFormat + "\" lacks " + String.join(", ", missing));
    }
  }

  private static Map<RecordKind, List<Mapping>> byKind(List<YamlText> texts) {
    Map<RecordKind, List<Mapping>> mappings = new EnumMap<>(RecordKind.class);
    for (YamlText text : texts) {
      Mapping mapping = text.mapping();
      mappings.computeIfAbsent(mapping.kind(), kind -> new ArrayList<>()).add(mapping);
    }
    return mappings;
  }

  List<SourceFile> sources() {
    List<SourceFile> sources = new ArrayList<>();
    files.forEach(file -> sources.add(file.source()));
    return sources;
  }

  private static UserDefinitions definitions(InputOptions options) {
    String dimensions = options.dimensions == null ? null : text(options.dimensions);
    if (dimensions != null) {
      ReputationDimensions.parse(String.valueOf(options.dimensions), dimensions);
    }
    String calibration = options.calibration == null ? null : calibration(options.calibration);
    Path engagementFile = options.engagementDefinitions;
    String engagements = engagementFile == null ? null : text(engagementFile);
    if (engagements != null) {
      EngagementDefinitions.shipped().extendedBy(String.valueOf(engagementFile), engagements);
    }
    return new UserDefinitions(taxonomies(options), dimensions, calibration, engagements);
  }

  /** A calibration of which at least one language can be used. */
  private static String calibration(Path file) {
    CalibrationOption option = CalibrationOption.read(file);
    if (!option.isOfUse()) {
      throw new UserException(ExitCode.CONFIGURATION, file + ": calibrates no language");
    }
    return option.text();
  }

  private static List<String> taxonomies(InputOptions options) {
    List<String> texts = new ArrayList<>();
    for (Path path : options.taxonomies) {
      String yaml = text(path);
      Taxonomy.parse(path.toString(), yaml);
      texts.add(yaml);
    }
    new TopicSelection(texts, List.of()).taxonomy();
    return texts;
  }

  /** The shipped mapping of that name, else the file. */
  private static String mappingText(Path path) {
    Optional<String> shipped = ShippedMappings.text(path.toString());
    boolean isName = path.getNameCount() == 1 && path.toString().indexOf('.') < 0;
    if (shipped.isEmpty() && isName && !Files.exists(path)) {
      throw new UserException(
          ExitCode.CONFIGURATION,
          path
              + ": no such file, and no mapping that comes with Earshot; these are "
              + String.join(", ", ShippedMappings.NAMES));
    }
    return shipped.orElseGet(() -> text(path));
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
}
