package dev.earshot.pipelines.sources.tabular;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Parquet file and its values as text, the way a CSV file would have them. Values of
 * lists and maps are no columns.
 */
final class ParquetColumn {
  private static final int JULIAN_DAY_OF_1970 = 2_440_588;

  private final List<String> path;
  private final PrimitiveType type;

  private ParquetColumn(List<String> path, PrimitiveType type) {
    this.path = path;
    this.type = type;
  }

  /** The column of that name, whose groups are set off by dots; null if there is none. */
  static @Nullable ParquetColumn find(MessageType schema, String name) {
    if (schema.containsField(name)) {
      return of(List.of(name), schema.getType(name));
    }
    List<String> path = new ArrayList<>();
    Type type = schema;
    int from = 0;
    while (from <= name.length()) {
      int dot = name.indexOf('.', from);
      String part = name.substring(from, dot < 0 ? name.length() : dot);
      if (type.isPrimitive() || !type.asGroupType().containsField(part)) {
        return null;
      }
      type = type.asGroupType().getType(part);
      path.add(part);
      from = dot < 0 ? name.length() + 1 : dot + 1;
      if (type.isRepetition(Type.Repetition.REPEATED)) {
        return null;
      }
    }
    return of(path, type);
  }

  private static @Nullable ParquetColumn of(List<String> path, Type type) {
    boolean isValue = type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED);
    return isValue ? new ParquetColumn(path, type.asPrimitiveType()) : null;
  }

  /** The part of a schema that holds the columns. */
  static MessageType projection(MessageType schema, List<ParquetColumn> columns) {
    List<List<String>> paths = columns.stream().map(column -> column.path).toList();
    return new MessageType(schema.getName(), children(schema, paths));
  }

  private static List<Type> children(GroupType group, List<List<String>> paths) {
    Map<String, List<List<String>>> byName = new LinkedHashMap<>();
    for (List<String> path : paths) {
      byName
          .computeIfAbsent(path.get(0), name -> new ArrayList<>())
          .add(path.subList(1, path.size()));
    }
    List<Type> types = new ArrayList<>();
    byName.forEach(
        (name, rest) -> {
          Type type = group.getType(name);
          types.add(
              type.isPrimitive()
                  ? type
                  : type.asGroupType().withNewFields(children(type.asGroupType(), rest)));
        });
    return types;
  }

  /** Whether the values are texts, and no numbers or moments. */
  boolean isString() {
    return type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY;
  }

  /** The value in a row; null if it is null. */
  @Nullable String text(Group row) {
    Group group = row;
    for (String name : path.subList(0, path.size() - 1)) {
      if (group.getFieldRepetitionCount(name) == 0) {
        return null;
      }
      group = group.getGroup(name, 0);
    }
    String name = path.get(path.size() - 1);
    if (group.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    return switch (type.getPrimitiveTypeName()) {
      case INT64 -> whole(group.getLong(name, 0));
      case INT96 -> int96(group.getInt96(name, 0).getBytes());
      case BINARY, FIXED_LEN_BYTE_ARRAY -> group.getBinary(name, 0).toStringUsingUTF8();
      default -> group.getValueToString(group.getType().getFieldIndex(name), 0);
    };
  }

  private String whole(long value) {
    if (!(type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time)) {
      return Long.toString(value);
    }
    long perSecond =
        switch (time.getUnit()) {
          case MILLIS -> 1_000L;
          case MICROS -> 1_000_000L;
          case NANOS -> 1_000_000_000L;
        };
    long second = Math.floorDiv(value, perSecond);
    long nano = Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond);
    return iso(second, nano, time.isAdjustedToUTC());
  }

  /** A time that is not adjusted to UTC is local: without a zone. */
  private static String iso(long second, long nano, boolean isUtc) {
    long lowest = Instant.MIN.getEpochSecond();
    long highest = Instant.MAX.getEpochSecond();
    String text =
        Instant.ofEpochSecond(Math.max(lowest, Math.min(highest, second)), nano).toString();
    return isUtc ? text : text.substring(0, text.length() - 1);
  }

  /** Nanoseconds of the day, then the Julian day; UTC, as Spark and Impala write it. */
  private static String int96(byte[] bytes) {
    long nanos = 0;
    long day = 0;
    for (int i = 7; i >= 0; i--) {
      nanos = nanos << 8 | (bytes[i] & 0xff);
    }
    for (int i = 11; i >= 8; i--) {
      day = day << 8 | (bytes[i] & 0xff);
    }
    long second = (day - JULIAN_DAY_OF_1970) * 86_400 + Math.floorDiv(nanos, 1_000_000_000L);
    return iso(second, Math.floorMod(nanos, 1_000_000_000L), true);
  }
}
