package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.fields.RecordField.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.BsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of one column out of a group, by its physical type, its logical type (<a
 * href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">Parquet's
 * specification</a>, the older converted types included) and by what the field that it feeds holds.
 */
@FunctionalInterface
interface ParquetValue {
  /** The value of a field of a group, which must be there; null if it stands for none. */
  @Nullable ParquetCell read(Group group, String field);

  /** What reads values of a type for a field that holds this. */
  static ParquetValue of(PrimitiveType type, Kind kind) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> (group, name) -> ParquetCell.of(Boolean.toString(group.getBoolean(name, 0)));
      case INT32 -> ofInt(logical, kind);
      case INT64 -> ofLong(logical, kind);
      case INT96 ->
          (group, name) -> ParquetCell.of(ParquetTimes.int96(group.getInt96(name, 0).getBytes()));
      case FLOAT -> (group, name) -> ParquetNumbers.ofFloat(group.getFloat(name, 0), kind);
      case DOUBLE -> (group, name) -> ParquetNumbers.ofDouble(group.getDouble(name, 0), kind);
      case BINARY, FIXED_LEN_BYTE_ARRAY -> ofBytes(logical, kind);
    };
  }

  private static ParquetValue ofInt(@Nullable LogicalTypeAnnotation logical, Kind kind) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return (group, name) ->
          ParquetNumbers.decimal(
              BigInteger.valueOf(group.getInteger(name, 0)), decimal.getScale(), kind);
    }
    if (logical instanceof DateLogicalTypeAnnotation) {
      return (group, name) ->
          ParquetCell.of(LocalDate.ofEpochDay(group.getInteger(name, 0)).toString());
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      return (group, name) -> ParquetTimes.timeOfDay(group.getInteger(name, 0), time);
    }
    if (isUnsigned(logical)) {
      return (group, name) -> ParquetCell.of(Integer.toUnsignedString(group.getInteger(name, 0)));
    }
    return (group, name) -> ParquetCell.of(Integer.toString(group.getInteger(name, 0)));
  }

  private static ParquetValue ofLong(@Nullable LogicalTypeAnnotation logical, Kind kind) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return (group, name) ->
          ParquetNumbers.decimal(
              BigInteger.valueOf(group.getLong(name, 0)), decimal.getScale(), kind);
    }
    if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return (group, name) ->
          ParquetCell.of(ParquetTimes.timestamp(group.getLong(name, 0), timestamp));
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      return (group, name) -> ParquetTimes.timeOfDay(group.getLong(name, 0), time);
    }
    if (isUnsigned(logical)) {
      return (group, name) -> ParquetCell.of(Long.toUnsignedString(group.getLong(name, 0)));
    }
    return (group, name) -> ParquetCell.of(Long.toString(group.getLong(name, 0)));
  }

  private static boolean isUnsigned(@Nullable LogicalTypeAnnotation logical) {
    return logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
  }

  private static ParquetValue ofBytes(@Nullable LogicalTypeAnnotation logical, Kind kind) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return (group, name) -> {
        byte[] bytes = group.getBinary(name, 0).getBytes();
        return bytes.length == 0
            ? ParquetBytes.refused(bytes, RejectionReason.INVALID_FIELD)
            : ParquetNumbers.decimal(new BigInteger(bytes), decimal.getScale(), kind);
      };
    }
    if (logical instanceof Float16LogicalTypeAnnotation) {
      return (group, name) -> ParquetNumbers.ofFloat16(group.getBinary(name, 0).getBytes(), kind);
    }
    if (logical instanceof UUIDLogicalTypeAnnotation) {
      return (group, name) -> ParquetBytes.uuid(group.getBinary(name, 0).getBytes());
    }
    if (logical instanceof JsonLogicalTypeAnnotation) {
      return (group, name) -> ParquetBytes.json(group.getBinary(name, 0).getBytes(), kind);
    }
    if (logical instanceof BsonLogicalTypeAnnotation
        || logical instanceof IntervalLogicalTypeAnnotation) {
      return (group, name) ->
          ParquetBytes.refused(group.getBinary(name, 0).getBytes(), RejectionReason.INVALID_FIELD);
    }
    return (group, name) -> ParquetBytes.text(group.getBinary(name, 0).getBytes());
  }
}
