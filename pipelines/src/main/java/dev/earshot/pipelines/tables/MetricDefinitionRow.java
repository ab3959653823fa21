package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** One row of its table; the table's and the columns' documentation stand in the annotations. */
@Table(
    name = "metric_definitions",
    doc =
        "The definition of one column of one table, what every number means; and, as columns of the table missing_reason, what each reason means for which a value can be missing",
    key = {"table_name", "column_name", "network", "valid_from_date"},
    nextId = 12)
public record MetricDefinitionRow(
    @Column(id = 1, doc = "The table") String tableName,
    @Column(id = 2, doc = "The column") String columnName,
    @Column(
            id = 11,
            doc = "Network whose posts it is for; all for those without a definition of their own")
        String network,
    @Column(id = 3, doc = "SQL type") String columnType,
    @Column(id = 4, doc = "What the column says") String definition,
    @Column(id = 5, doc = "Unit of the value", nullMeans = "an id, a name or a flag")
        @Nullable String unit,
    @Column(id = 6, doc = "What a null means", nullMeans = "the column is never null")
        @Nullable String nullMeans,
    @Column(
            id = 7,
            doc = "Version of the definitions that the numbers follow; see metric_definitions")
        String metricVersion,
    @Column(id = 8, doc = "Stable id of the column: the Parquet field id; 0 for a missing reason")
        int columnId,
    @Column(id = 9, doc = "First date for which the definition holds") int validFromDate,
    @Column(id = 10, doc = "Last date for which it holds", nullMeans = "it still holds")
        @Nullable Integer validToDate) {}
