package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.publish.CertainLoss;
import dev.earshot.pipelines.publish.ForeignFilesException;
import dev.earshot.pipelines.publish.LostRows;
import dev.earshot.pipelines.publish.Output;
import dev.earshot.pipelines.publish.Published;
import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * What can be known of a run before it begins, for {@code validate} and {@code run --dry-run}:
 * nothing is written, and of every file the first records are read.
 */
final class Preflight {
  private final InputOptions inputs;
  private final ScopeOptions scope;
  private final PipelineOptions options;
  private final @Nullable String output;
  private final boolean isHere;
  private final long startedAtMicros;
  private final List<String> problems = new ArrayList<>();

  /** Of the first problem. */
  private int code = ExitCode.OK;

  private Preflight(
      InputOptions inputs,
      ScopeOptions scope,
      PipelineOptions options,
      @Nullable String output,
      boolean isHere,
      long startedAtMicros) {
    this.inputs = inputs;
    this.scope = scope;
    this.options = options;
    this.output = output;
    this.isHere = isHere;
    this.startedAtMicros = startedAtMicros;
  }

  static Preflight of(RunCommand run, long startedAtMicros) {
    return new Preflight(
        run.inputs,
        run.scope,
        Engine.parse(run.beamOptions),
        run.output,
        run.cluster() == null && run.runner == Runner.flink,
        startedAtMicros);
  }

  /** Of a run whose output and key need not be known yet. */
  static Preflight of(ValidateCommand validate, long startedAtMicros) {
    return new Preflight(
        validate.inputs,
        validate.scope,
        Engine.parse(List.of()),
        validate.output,
        true,
        startedAtMicros);
  }

  /** Returns the exit code; problems end it. */
  int check() {
    List<String> locations = new ArrayList<>(inputs.arguments());
    if (output != null) {
      InputState.checkOutputIsOutside(locations, output);
      locations.add(output);
    }
    Stores stores = Run.open(locations, options);
    Inputs checked = Inputs.read(inputs);
    if (output != null && checked.files().isEmpty()) {
      throw Run.noInput();
    }
    InputTrials trials = InputTrials.of(inputs, checked, startedAtMicros);
    trials.problems().forEach(problem -> add(ExitCode.DATA, problem));
    String rejected = trials.tooManyRejected(scope.maxRejectedRate);
    if (rejected != null) {
      add(ExitCode.DATA, rejected);
    }
    String keyId = output == null && scope.keyFile == null ? null : keyId();
    if (output != null) {
      checkOutput(stores, keyId, trials);
      checkRoom(checked);
    }
    if (!problems.isEmpty()) {
      throw new UserException(code, String.join(System.lineSeparator(), problems));
    }
    return checked.unknownCount() == 0 ? ExitCode.OK : ExitCode.PARTLY;
  }

  private void add(int problemCode, String problem) {
    code = problems.isEmpty() ? problemCode : code;
    problems.add(problem);
  }

  private @Nullable String keyId() {
    try {
      String keyId = Run.pseudonyms(scope).keyId();
      System.out.println("key: key_id " + keyId);
      return keyId;
    } catch (UserException e) {
      add(e.exitCode(), String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void checkOutput(Stores stores, @Nullable String keyId, InputTrials trials) {
    String place = String.valueOf(output);
    try {
      Published published = Output.look(place, stores.of(place));
      String mixed = keyId == null ? null : Run.mixedKeys(place, published, keyId, scope.dates());
      if (mixed != null) {
        add(ExitCode.DATA, mixed);
      }
      LostRows lost = CertainLoss.of(published, scope.dates(), trials.days());
      if (!lost.isNone() && !scope.replacesEmpty) {
        add(ExitCode.DATA, Run.lostRows(place, lost));
      }
      System.out.println(
          place
              + ": "
              + published.text(scope.dates())
              + (published.isEmpty() || trials.areDaysKnown()
                  ? ""
                  : "; files go on behind what was read: whether all of these keep rows is seen by"
                      + " the run, which publishes nothing else (code 65)"));
    } catch (ForeignFilesException e) {
      add(ExitCode.CANNOT_CREATE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      add(ExitCode.IO, Messages.of(e));
    }
  }

  private void checkRoom(Inputs checked) {
    DiskEstimate estimate = DiskEstimate.of(checked.sources(), isHere);
    String place = String.valueOf(output);
    Path folder = LocalFiles.areNamedBy(place) ? existing(LocalFiles.absolute(place)) : null;
    if (folder != null && (!Files.isDirectory(folder) || !Files.isWritable(folder))) {
      add(
          ExitCode.IO,
          folder
              + (Files.isDirectory(folder)
                  ? ": permission denied"
                  : ": is a file, expected a folder"));
      return;
    }
    try {
      String shortage = estimate.shortage(folder, Path.of(System.getProperty("java.io.tmpdir")));
      if (shortage != null) {
        add(ExitCode.IO, shortage);
      }
      System.out.println("room: " + estimate.text());
    } catch (IOException e) {
      add(ExitCode.IO, Messages.of(e));
    }
  }

  /** The path, or the nearest above it that is there. */
  private static Path existing(Path path) {
    Path place = path;
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }
}
