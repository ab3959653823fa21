package dev.earshot.pipelines.tables;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The Parquet schema of a table, field ids included. */
final class ParquetSchemas {
  private ParquetSchemas() {}

  static MessageType of(TableSchema table) {
    return new MessageType(
        table.name(), table.columns().stream().map(ParquetSchemas::field).toList());
  }

  private static Type field(TableColumn column) {
    Repetition repetition = column.isNullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> builder =
        Types.primitive(primitive(column.type()), repetition);
    Type type =
        switch (column.type()) {
          case STRING -> builder.as(stringType()).named(column.name());
          case DATE -> builder.as(dateType()).named(column.name());
          case TIMESTAMP -> builder.as(timestampType(true, MICROS)).named(column.name());
          case STRING_LIST ->
              Types.list(repetition)
                  .element(
                      Types.primitive(BINARY, Repetition.REQUIRED)
                          .as(stringType())
                          .named("element"))
                  .named(column.name());
          case LONG, INTEGER, DOUBLE, BOOLEAN -> builder.named(column.name());
        };
    return type.withId(column.id());
  }

  private static PrimitiveTypeName primitive(ColumnType type) {
    return switch (type) {
      case STRING, STRING_LIST -> BINARY;
      case LONG, TIMESTAMP -> INT64;
      case INTEGER, DATE -> INT32;
      case DOUBLE -> DOUBLE;
      case BOOLEAN -> BOOLEAN;
    };
  }
}
