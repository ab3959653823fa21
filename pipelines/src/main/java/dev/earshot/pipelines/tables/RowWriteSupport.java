package dev.earshot.pipelines.tables;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes a table's records into Parquet columns, straight from their accessors. */
final class RowWriteSupport<T extends Record> extends WriteSupport<T> {
  private final TableSchema table;
  private @Nullable RecordConsumer consumer;

  RowWriteSupport(TableSchema table) {
    this.table = table;
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(
        ParquetSchemas.of(table),
        Map.of(
            "earshot.table", table.name(),
            "earshot.description", table.doc(),
            "earshot.columns", TableContracts.columnsJson(table)));
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(T row) {
    RecordConsumer out = Objects.requireNonNull(consumer);
    out.startMessage();
    List<TableColumn> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      TableColumn column = columns.get(i);
      Object value = column.valueOf(row);
      if (value != null) {
        out.startField(column.name(), i);
        write(column, value, out);
        out.endField(column.name(), i);
      } else if (!column.isNullable()) {
        throw new IllegalStateException(table.name() + "." + column.name() + " is never null");
      }
    }
    out.endMessage();
  }

  private static void write(TableColumn column, Object value, RecordConsumer out) {
    switch (column.type()) {
      case STRING -> out.addBinary(Binary.fromString((String) value));
      case LONG, TIMESTAMP -> out.addLong((Long) value);
      case INTEGER, DATE -> out.addInteger((Integer) value);
      case DOUBLE -> out.addDouble((Double) value);
      case BOOLEAN -> out.addBoolean((Boolean) value);
      case STRING_LIST -> writeList((List<?>) value, out);
    }
  }

  private static void writeList(List<?> values, RecordConsumer out) {
    out.startGroup();
    if (!values.isEmpty()) {
      out.startField("list", 0);
      for (Object value : values) {
        out.startGroup();
        out.startField("element", 0);
        out.addBinary(Binary.fromString((String) value));
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }
}
