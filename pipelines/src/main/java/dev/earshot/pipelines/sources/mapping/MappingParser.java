package dev.earshot.pipelines.sources.mapping;

import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.models.yaml.YamlWording;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Parser of one mapping file, which collects every mistake with its line and key. */
final class MappingParser {
  private static final String OPTIONAL = "optional_columns";
  private static final List<String> KEYS =
      List.of(
          "kind",
          "delimiter",
          "header",
          "decimal_comma",
          "encoding",
          "constants",
          "columns",
          OPTIONAL,
          "values",
          "carry_down",
          "timestamps",
          "zone",
          "day_order",
          "unescape_html",
          "cancelled_order_prefix",
          "skip_rows",
          "keep_rows");
  private static final String BLANKS = "blanks";
  static final int MAX_CHARACTERS = 1 << 20;

  static final YamlWording WORDING =
      new YamlWording(
          "not YAML: ",
          "the file",
          "expected keys with values",
          "comes twice",
          "expected a list of {of}");

  private final YamlProblems problems;
  private final YamlReader reader;
  private final MappingNodes nodes;

  MappingParser(String name) {
    problems = new YamlProblems(name);
    reader = new YamlReader(problems, WORDING);
    nodes = new MappingNodes(problems, reader);
  }

  Mapping parse(String yaml) {
    Node root = reader.compose(yaml, MAX_CHARACTERS);
    if (root == null && !problems.isEmpty()) {
      throw new MappingException(problems.sorted());
    }
    Map<String, Node> keys = nodes.entries(root, "");
    keys.forEach(
        (key, value) -> {
          if (!KEYS.contains(key)) {
            problems.add(value, key, "no such key; known are " + String.join(", ", KEYS));
          }
        });
    RecordKind kind = kind(keys.get("kind"));
    Mapping.Layout layout = layout(keys);
    Map<String, Node> constants = nodes.entries(keys.get("constants"), "constants");
    Map<String, Node> columns = nodes.entries(keys.get("columns"), "columns");
    Map<String, Node> optional = nodes.entries(keys.get(OPTIONAL), OPTIONAL);
    LocalTimes local = new LocalTimes(zone(keys.get("zone")), dayOrder(keys.get("day_order")));
    List<String> timestamps = timestamps(keys.get("timestamps"), local);
    String encoding = encoding(keys.get("encoding"));
    boolean unescapesHtml = flag(keys.get("unescape_html"), "unescape_html", false);
    String cancelled = prefix(keys.get("cancelled_order_prefix"), kind);
    RowFilters filters =
        new RowFilters(
            nodes.sets(keys.get("skip_rows"), "skip_rows"),
            nodes.sets(keys.get("keep_rows"), "keep_rows"));
    Map<String, Node> values = nodes.entries(keys.get("values"), "values");
    CellValues meanings = nodes.values(values);
    MappingFields fields = kind == null ? null : new MappingFields(kind, problems);
    if (fields != null) {
      fields.check("constants", constants);
      fields.check("columns", columns);
      fields.check(OPTIONAL, optional);
      fields.checkComplete();
    }
    Set<String> carried = carried(keys.get("carry_down"), fields);
    Map<String, String> constantTexts = nodes.texts(constants, "constants.");
    Map<String, FieldSource> sources = new LinkedHashMap<>();
    sources.putAll(nodes.sources(columns, "columns.", false));
    sources.putAll(nodes.sources(optional, OPTIONAL + ".", true));
    checkValues(values, sources);
    if (!layout.hasHeader()) {
      sources.forEach((field, source) -> checkPlaces(columns, optional, field, source));
    }
    if (fields != null && problems.isEmpty()) {
      fields.checkConstants(constants, constantTexts, new Timestamps(timestamps, local));
    }
    if (kind == null || !problems.isEmpty()) {
      throw new MappingException(problems.sorted());
    }
    return new Mapping(
        kind,
        layout,
        constantTexts,
        sources,
        meanings,
        carried,
        timestamps,
        unescapesHtml,
        local,
        encoding,
        cancelled,
        filters);
  }

  private void checkValues(Map<String, Node> values, Map<String, FieldSource> sources) {
    Set<String> columns = new TreeSet<>();
    sources.values().forEach(source -> columns.addAll(source.columns()));
    values.forEach(
        (column, node) -> {
          if (!columns.contains(column)) {
            problems.add(
                node, "values." + column, "feeds no field" + problems.didYouMean(column, columns));
          }
        });
  }

  private Set<String> carried(@Nullable Node node, @Nullable MappingFields fields) {
    Set<String> carried = new LinkedHashSet<>();
    List<Node> items =
        node == null || MappingNodes.isNull(node)
            ? List.of()
            : reader.list(node, "carry_down", "fields");
    for (Node item : items) {
      nodes
          .scalar(item, "carry_down")
          .ifPresent(
              field -> {
                carried.add(field);
                if (fields != null) {
                  fields.checkKnown("carry_down." + field, field, item);
                }
              });
    }
    return carried;
  }

  private @Nullable RecordKind kind(@Nullable Node node) {
    if (node instanceof ScalarNode scalar) {
      for (RecordKind kind : RecordKind.values()) {
        if (kind != RecordKind.WEB_LOGS && kind.code().equals(scalar.getValue())) {
          return kind;
        }
      }
    }
    problems.add(node, "kind", "expected one of " + RecordKind.codes());
    return null;
  }

  private Mapping.Layout layout(Map<String, Node> keys) {
    Node delimiter = keys.get("delimiter");
    boolean isPadded = delimiter instanceof ScalarNode s && s.getValue().equals(BLANKS);
    boolean hasHeader = flag(keys.get("header"), "header", true);
    boolean hasDecimalComma = flag(keys.get("decimal_comma"), "decimal_comma", false);
    return new Mapping.Layout(
        isPadded ? (Character) ' ' : delimiter(delimiter), isPadded, hasHeader, hasDecimalComma);
  }

  private @Nullable Character delimiter(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar && scalar.getValue().length() == 1) {
      char delimiter = scalar.getValue().charAt(0);
      if (delimiter < 0x80 && delimiter != '"' && delimiter != '\n' && delimiter != '\r') {
        return delimiter;
      }
    }
    problems.add(
        node, "delimiter", "expected blanks or one ASCII character, no quote, no line end");
    return null;
  }

  private @Nullable String prefix(@Nullable Node node, @Nullable RecordKind kind) {
    if (node == null) {
      return null;
    }
    if (kind != RecordKind.ORDERS) {
      problems.add(node, "cancelled_order_prefix", "only for orders");
    }
    return nodes.scalar(node, "cancelled_order_prefix").orElse(null);
  }

  private void checkPlaces(
      Map<String, Node> columns, Map<String, Node> optional, String field, FieldSource source) {
    Node node = columns.getOrDefault(field, optional.get(field));
    for (String text : source.columns()) {
      boolean isNumber = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!isNumber || Integer.parseInt(text) == 0) {
        problems.add(
            node, "columns." + field, "expected a column's number from 1, as header is false");
      }
    }
  }

  private boolean flag(@Nullable Node node, String key, boolean otherwise) {
    boolean isTrue = node instanceof ScalarNode scalar && scalar.getValue().equals("true");
    boolean isFalse = node instanceof ScalarNode scalar && scalar.getValue().equals("false");
    if (node != null && !isTrue && !isFalse) {
      problems.add(node, key, "expected true or false");
    }
    return node == null ? otherwise : isTrue;
  }

  private @Nullable ZoneId zone(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    try {
      return ZoneId.of(nodes.scalar(node, "zone").orElse("UTC"));
    } catch (DateTimeException unknown) {
      problems.add(node, "zone", "expected a time zone, such as Europe/Berlin");
      return null;
    }
  }

  private @Nullable DayOrder dayOrder(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    for (DayOrder order : DayOrder.values()) {
      if (order.code().equals(text)) {
        return order;
      }
    }
    problems.add(node, "day_order", "expected day-first or month-first");
    return null;
  }

  private String encoding(@Nullable Node node) {
    String name = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (node == null) {
      return "UTF-8";
    }
    try {
      return Charset.forName(name).name();
    } catch (IllegalArgumentException unknown) {
      problems.add(node, "encoding", "expected a character encoding, such as windows-1252");
      return "UTF-8";
    }
  }

  private List<String> timestamps(@Nullable Node node, LocalTimes local) {
    List<String> patterns = new ArrayList<>();
    if (node == null || MappingNodes.isNull(node)) {
      return patterns;
    }
    for (Node item : reader.list(node, "timestamps", "patterns")) {
      nodes
          .scalar(item, "timestamps")
          .ifPresent(
              pattern -> {
                patterns.add(pattern);
                if (!Timestamps.isComplete(pattern, local)) {
                  problems.add(
                      item,
                      "timestamps",
                      "expected a pattern of java.time with date, time and, unless zone tells,"
                          + " zone: "
                          + pattern);
                }
              });
    }
    return patterns;
  }
}
