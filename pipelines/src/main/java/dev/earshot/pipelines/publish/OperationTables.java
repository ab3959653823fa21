package dev.earshot.pipelines.publish;

import dev.earshot.models.engagement.EngagementDefinition;
import dev.earshot.models.engagement.EngagementDefinitions;
import dev.earshot.pipelines.beam.ParquetSink;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.tables.ColumnType;
import dev.earshot.pipelines.tables.MetricDefinitionRow;
import dev.earshot.pipelines.tables.MissingReason;
import dev.earshot.pipelines.tables.PipelineRunRow;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the small tables about the run itself, {@code pipeline_runs} and {@code
 * metric_definitions}, and a file without rows for each table that has none.
 */
public final class OperationTables {
  /** The definitions of one version hold for all dates. */
  private static final int VALID_FROM = (int) LocalDate.of(1990, 1, 1).toEpochDay();

  /** Stands for a table where a reason is defined rather than a column. */
  private static final String MISSING_REASON = "missing_reason";

  private OperationTables() {}

  /** What {@code pipeline_runs} says of a run besides its accounts. */
  public record RunFacts(
      String runId,
      String configurationHash,
      String keyId,
      String earshotVersion,
      DateScope dates,
      @Nullable Long asOfMicros,
      List<SourceFile> sources,
      EngagementDefinitions engagements) {}

  /**
   * Writes them into staging.
   *
   * @return the summary, these files included
   */
  public static RunSummary write(String staging, RunFacts run, RunSummary summary)
      throws IOException {
    List<WrittenFile> files = new ArrayList<>(summary.files());
    Map<RecordKind, ContextDays> context = ContextDays.of(run.dates(), run.sources(), summary);
    files.add(
        write(
            staging,
            TableSchema.of(PipelineRunRow.class),
            run.sources().stream().map(source -> runRow(run, source, summary, context)).toList()));
    files.add(
        write(staging, TableSchema.of(MetricDefinitionRow.class), definitions(run.engagements())));
    writeEmptyTables(staging, run.runId(), files);
    files.sort(Comparator.comparing(WrittenFile::path));
    Long clock = run.asOfMicros() == null ? summary.latestMicros() : run.asOfMicros();
    return new RunSummary(List.copyOf(files), summary.accounts(), clock);
  }

  /** Every table is there after every run, so that queries and readers find its columns. */
  private static void writeEmptyTables(String staging, String runId, List<WrittenFile> files)
      throws IOException {
    Set<String> written = files.stream().map(WrittenFile::table).collect(Collectors.toSet());
    for (TableSchema table : Tables.ALL) {
      if (!written.contains(table.name())) {
        files.add(write(staging, table, table.emptyPartition(runId), List.of()));
      }
    }
  }

  static <T extends Record> WrittenFile write(String staging, TableSchema table, List<T> rows)
      throws IOException {
    List<T> sorted = new ArrayList<>(rows);
    sorted.sort(table.order());
    return write(staging, table, table.partitionOf(sorted.get(0)), sorted);
  }

  static <T extends Record> WrittenFile write(
      String staging, TableSchema table, String partition, List<T> sorted) throws IOException {
    String path =
        table.name() + (partition.isEmpty() ? "" : "/" + partition) + "/part-00000.parquet";
    return ParquetSink.write(table, sorted.iterator(), staging, path);
  }

  private static PipelineRunRow runRow(
      RunFacts run, SourceFile source, RunSummary summary, Map<RecordKind, ContextDays> context) {
    SourceBalance account = summary.account(source.index());
    ContextDays days = context.get(source.format().kind());
    return new PipelineRunRow(
        run.keyId(),
        source.name(),
        source.format().kind().code(),
        source.format().code(),
        run.configurationHash(),
        run.earshotVersion(),
        Tables.METRIC_VERSION,
        account.dayOrder() == null ? null : account.dayOrder().code(),
        source.duplicateOf(),
        source.bytes(),
        account.read(),
        account.accepted(),
        account.rejected(),
        account.duplicates(),
        account.outOfScope(),
        account.context(),
        account.flagged(),
        account.automatic().notices(),
        account.automatic().byField(),
        account.automatic().byBrandFile(),
        account.automatic().byKnownText(),
        account.automatic().byRepetition(),
        account.automatic().bySpeed(),
        account.skipped().profiles(),
        account.skipped().notPublic(),
        account.skipped().withdrawn(),
        account.skipped().stubs(),
        account.skipped().others(),
        null,
        run.dates().fromDay(),
        run.dates().toDay(),
        days == null ? null : (Integer) days.wanted(),
        days == null ? null : (Integer) days.had(),
        run.asOfMicros() == null ? summary.latestMicros() : run.asOfMicros(),
        run.runId());
  }

  /**
   * One definition for each column, several for the column that has them by network and date, and
   * one for each missing reason.
   */
  private static List<MetricDefinitionRow> definitions(EngagementDefinitions engagements) {
    List<MetricDefinitionRow> rows = new ArrayList<>();
    for (TableSchema table : Tables.ALL) {
      for (TableColumn column : table.columns()) {
        if (table.name().equals("brand_engagement_daily")
            && column.name().equals("engagement_count")) {
          for (EngagementDefinition definition : engagements.all()) {
            rows.add(definition(table, column, definition));
          }
        } else {
          rows.add(
              definition(table, column, EngagementDefinitions.ALL, column.doc(), VALID_FROM, null));
        }
      }
    }
    for (MissingReason reason : MissingReason.values()) {
      rows.add(definition(reason));
    }
    return rows;
  }

  private static MetricDefinitionRow definition(MissingReason reason) {
    return new MetricDefinitionRow(
        MISSING_REASON,
        reason.code(),
        EngagementDefinitions.ALL,
        ColumnType.STRING.sqlName(),
        reason.text(),
        null,
        null,
        Tables.METRIC_VERSION,
        0,
        VALID_FROM,
        null);
  }

  private static MetricDefinitionRow definition(
      TableSchema table, TableColumn column, EngagementDefinition counted) {
    return definition(
        table, column, counted.network(), counted.text(), counted.fromDay(), counted.toDay());
  }

  private static MetricDefinitionRow definition(
      TableSchema table,
      TableColumn column,
      String network,
      String text,
      int fromDay,
      @Nullable Integer toDay) {
    return new MetricDefinitionRow(
        table.name(),
        column.name(),
        network,
        column.type().sqlName(),
        text,
        column.unit().isEmpty() ? null : column.unit(),
        column.isNullable() ? column.nullMeans() : null,
        Tables.METRIC_VERSION,
        column.id(),
        fromDay,
        toDay);
  }
}
