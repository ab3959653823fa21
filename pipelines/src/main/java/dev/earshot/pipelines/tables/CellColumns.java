package dev.earshot.pipelines.tables;

/** What every row of a measure says first: whose it is, and by which run and definitions. */
@Columns
public record CellColumns(
    @Column(doc = "The brand, as the brand file names it") String brandId,
    @Column(doc = "Run that wrote the row; see pipeline_runs", isShared = true) String runId,
    @Column(
            doc = "Version of the definitions that the numbers follow; see metric_definitions",
            isShared = true)
        String metricVersion) {

  /** By the definitions of today. */
  public static CellColumns of(String brandId, String runId) {
    return new CellColumns(brandId, runId, Tables.METRIC_VERSION);
  }
}
