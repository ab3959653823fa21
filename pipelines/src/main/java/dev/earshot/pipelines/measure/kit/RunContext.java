package dev.earshot.pipelines.measure.kit;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.engagement.EngagementDefinitions;
import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.quantification.ReaderSpread;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.Panel;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a measure knows beside its facts: the run, its clock, its brands and definitions. */
public final class RunContext {
  private final RunSettings settings;
  private final long asOfMicros;
  private final SideTables sideTables;

  /** Has the side tables of a run. */
  public interface SideTables {
    <K extends Record, V extends Record> Map<K, V> get(SideTable<K, V> table);
  }

  public RunContext(RunSettings settings, long asOfMicros, SideTables sideTables) {
    this.settings = settings;
    this.asOfMicros = asOfMicros;
    this.sideTables = sideTables;
  }

  public String runId() {
    return settings.runId();
  }

  /** The clock of the run, UTC microseconds; tiny where the input is empty. */
  public long asOfMicros() {
    return asOfMicros;
  }

  /** The last day that has begun where a brand reports, since the epoch. */
  public int lastDay(String brandId) {
    return Clock.lastDay(asOfMicros, brand(brandId).zone());
  }

  /** The dates whose rows the run publishes. */
  public DateScope dates() {
    return settings.dates();
  }

  /** Whether the run publishes rows of this day. */
  public boolean publishes(int day) {
    return settings.dates().holds(day);
  }

  /** Whether the run publishes a row: rows of a table without dates always. */
  public boolean publishes(Record row) {
    TableSchema table = TableSchema.of(row.getClass());
    return !table.isDated() || publishes(table.day(row));
  }

  public Brand brand(String brandId) {
    return BrandBooks.brand(settings, brandId);
  }

  /** The brands that a brand is compared with, itself included; null where there are none. */
  public @Nullable Panel panel(String brandId) {
    return BrandBooks.panel(settings, brandId);
  }

  public ReputationDimensions dimensions() {
    return BrandBooks.dimensions(settings);
  }

  public EngagementDefinitions engagements() {
    return BrandBooks.engagements(settings);
  }

  /** What the reader's net sentiment of several brands lacks, and how well that is known. */
  public ReaderSpread readerSpread() {
    return BrandBooks.readerSpread(settings);
  }

  /** What corrects net sentiment in a language; null without a calibration of it. */
  public @Nullable AdjustedNet adjustment(String language) {
    return BrandBooks.adjustment(settings, language);
  }

  /** The entry of a side table, or null. */
  public <K extends Record, V extends Record> @Nullable V lookUp(SideTable<K, V> table, K key) {
    return sideTables.get(table).get(key);
  }

  /** A side table as a whole. */
  public <K extends Record, V extends Record> Map<K, V> all(SideTable<K, V> table) {
    return sideTables.get(table);
  }
}
