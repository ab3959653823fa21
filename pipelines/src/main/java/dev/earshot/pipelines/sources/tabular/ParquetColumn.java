package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.fields.RecordField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Parquet file and its values as text, the way a CSV file would have them. Values of
 * lists, maps and variants are no columns.
 */
final class ParquetColumn {
  private final List<String> path;
  private final PrimitiveType type;
  private final ParquetValue value;

  private ParquetColumn(List<String> path, PrimitiveType type, RecordField.Kind kind) {
    this.path = path;
    this.type = type;
    this.value = ParquetValue.of(type, kind);
  }

  /**
   * The column of that name, whose groups are set off by dots; null if there is none.
   *
   * @param kind what the field that it feeds holds
   */
  static @Nullable ParquetColumn find(MessageType schema, String name, RecordField.Kind kind) {
    if (schema.containsField(name)) {
      return of(List.of(name), schema.getType(name), kind);
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
      // Lists, maps and variants are groups too, and what stands in them is how they are built.
      boolean isBuiltOfOthers = !type.isPrimitive() && type.getLogicalTypeAnnotation() != null;
      if (isBuiltOfOthers || type.isRepetition(Type.Repetition.REPEATED)) {
        return null;
      }
    }
    return of(path, type, kind);
  }

  private static @Nullable ParquetColumn of(List<String> path, Type type, RecordField.Kind kind) {
    boolean isValue = type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED);
    return isValue ? new ParquetColumn(path, type.asPrimitiveType(), kind) : null;
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
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    boolean isText = logical == null || logical.equals(LogicalTypeAnnotation.stringType());
    return isText && type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY;
  }

  /** The value in a row; null if it is null. */
  @Nullable ParquetCell cell(Group row) {
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
    return value.read(group, name);
  }
}
