package dev.earshot.pipelines.cli;

import dev.earshot.models.engagement.EngagementDefinitions;
import dev.earshot.models.understanding.MissingModelsException;
import dev.earshot.models.understanding.SampledParser;
import dev.earshot.pipelines.beam.Sha256;
import dev.earshot.pipelines.publish.ContextDays;
import dev.earshot.pipelines.publish.Manifest;
import dev.earshot.pipelines.publish.OperationTables;
import dev.earshot.pipelines.publish.RunSummary;
import dev.earshot.pipelines.publish.Stage;
import dev.earshot.pipelines.run.ReadingRules;
import dev.earshot.pipelines.run.RunClock;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.UserDefinitions;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a run is. The run id follows from what decides the rows - brand file, mapping, dates, clock,
 * analysis, key, and the input files by name, size and beginning - and from nothing else, neither
 * the runner nor the time: the same run gives the same rows, run id included.
 */
record RunIdentity(
    RunCommand command, Inputs inputs, String keyId, String configurationHash, String runId) {
  private static final int RUN_ID_DIGITS = 12;

  static RunIdentity of(RunCommand command, Inputs inputs, String keyId) {
    checkModels(command);
    MessageDigest configuration = Sha256.digest();
    for (Object part :
        new Object[] {
          Version.STRING,
          Tables.METRIC_VERSION,
          inputs.brandsYaml(),
          inputs.mappings().stream().map(YamlText::yaml).toList(),
          text(inputs.definitions()),
          command.inputs.logFormat,
          command.inputs.localTimes(),
          command.parsedShare(),
          command.scope.dates(),
          command.scope.asOfMicros(),
          command.keepsText,
          keyId
        }) {
      update(configuration, part);
    }
    String configurationHash = Sha256.hex(configuration);
    MessageDigest run = Sha256.digest();
    update(run, configurationHash);
    for (InputFiles.Recognised file : inputs.files()) {
      update(run, file.source().name());
      update(run, file.source().bytes());
      update(run, file.headSha256());
      update(run, file.source().format());
      update(run, file.source().brandId());
      update(run, text(file.source().owner()));
      if (file.source().envelope() != null) {
        update(run, file.source().envelope());
      }
    }
    String runId = Sha256.hex(run).substring(0, RUN_ID_DIGITS);
    return new RunIdentity(command, inputs, keyId, configurationHash, runId);
  }

  // These texts are part of what a run id is made of: they stay when a class gets another name.

  private static String text(UserDefinitions definitions) {
    return "Definitions[topicsYaml="
        + definitions.topicsYaml()
        + ", dimensionsYaml="
        + definitions.dimensionsYaml()
        + ", calibration="
        + definitions.calibration()
        + ", engagementsYaml="
        + definitions.engagementsYaml()
        + "]";
  }

  private static @Nullable String text(@Nullable ExportOwner owner) {
    return owner == null
        ? null
        : "Owner[accountId=" + owner.accountId() + ", handle=" + owner.handle() + "]";
  }

  private static void update(MessageDigest digest, @Nullable Object part) {
    byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (part == null ? 0 : 1));
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) ':');
    digest.update(bytes);
  }

  /** Missing models are told before the run, not by it. */
  private static void checkModels(RunCommand command) {
    try {
      if (command.parsedShare() > 0) {
        SampledParser.of(command.parsedShare());
      }
    } catch (MissingModelsException e) {
      throw new UserException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    }
  }

  /**
   * What the steps of the run are told.
   *
   * @param startedAtMicros when the run began; no part of who it is
   */
  RunSettings settings(String staging, long startedAtMicros) {
    return new RunSettings(
        runId,
        new YamlText(command.inputs.brands.toString(), inputs.brandsYaml()),
        new ReadingRules(inputs.mappings(), command.inputs.logFormat, command.inputs.localTimes()),
        command.parsedShare(),
        inputs.definitions(),
        command.scope.key().expecting(keyId),
        command.scope.dates(),
        new RunClock(command.scope.asOfMicros(), startedAtMicros),
        command.keepsText,
        staging,
        inputs.sources().stream().filter(SourceFile::isRead).mapToLong(SourceFile::bytes).sum());
  }

  OperationTables.RunFacts run(List<SourceFile> sources) {
    return new OperationTables.RunFacts(
        runId,
        configurationHash,
        keyId,
        Version.STRING,
        command.scope.dates(),
        command.scope.asOfMicros(),
        sources,
        EngagementDefinitions.of(inputs.definitions().engagementsYaml()));
  }

  String manifest(List<Stage> stages, List<SourceFile> sources, RunSummary summary)
      throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("earshot_version", Version.STRING);
    facts.put("metric_version", Tables.METRIC_VERSION);
    facts.put("configuration_sha256", configurationHash);
    facts.put(Manifest.KEY_ID, keyId);
    facts.put("runner", command.runner.name());
    ContextDays.of(command.scope.dates(), sources, summary)
        .forEach(
            (kind, days) -> {
              String name = kind.code().replace('-', '_') + "_context";
              facts.put(name + "_wanted_day_count", String.valueOf(days.wanted()));
              facts.put(name + "_had_day_count", String.valueOf(days.had()));
            });
    facts.put(Manifest.PUBLISHED_AT, Instant.now().toString());
    return new Manifest(runId, facts, stages, sources, summary).toJson();
  }
}
