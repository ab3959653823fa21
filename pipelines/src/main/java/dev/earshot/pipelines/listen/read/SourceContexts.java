package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.run.MappingChoice;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import dev.earshot.pipelines.run.SiblingFiles;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.spec.SourceContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a run knows that the format of a file may need. */
final class SourceContexts {
  private static final long DAY_MICROS = 24L * 3600 * 1_000_000;

  private SourceContexts() {}

  static SourceContext of(SourceFile file, RunSettings settings, RunTools tools)
      throws IOException {
    ChatAccounts accounts =
        new ChatAccounts(
            settings.reading().localTimes(),
            (network, account) -> tools.ownerOf(network, account, null) != null);
    return new SourceContext(
        limits(settings),
        accounts,
        mapping(file, settings),
        settings.reading().logFormat(),
        file.owner(),
        file.brandId(),
        SiblingFiles.of(file.location()));
  }

  /**
   * A time that lies a day after the run began is none. Where the run's clock is an argument, what
   * is later is not looked at, so that nothing need be known of the machine's.
   */
  private static ReadLimits limits(RunSettings settings) {
    return settings.clock().asOfMicros() == null
        ? ReadLimits.DEFAULT.withLatest(settings.clock().startedAtMicros() + DAY_MICROS)
        : ReadLimits.DEFAULT;
  }

  private static @Nullable Mapping mapping(SourceFile file, RunSettings settings)
      throws IOException {
    YamlText mapping = MappingChoice.of(settings.reading().mappings(), file);
    return mapping == null ? null : mapping.mapping();
  }
}
