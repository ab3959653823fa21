package dev.earshot.pipelines.sources.mapping;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.models.yaml.YamlWording;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.fields.CsvCellReader;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Parser of one mapping file, which collects every mistake with its line and key. */
final class MappingParser {
  private static final String KEYS =
      "kind, delimiter, header, decimal_comma, encoding, constants, columns, timestamps, zone, day_order,"
          + " unescape_html, cancelled_order_prefix, skip_rows";
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

  MappingParser(String name) {
    problems = new YamlProblems(name);
    reader = new YamlReader(problems, WORDING);
  }

  Mapping parse(String yaml) {
    Node root = reader.compose(yaml, MAX_CHARACTERS);
    if (root == null && !problems.isEmpty()) {
      throw new MappingException(problems.sorted());
    }
    Map<String, Node> keys = entries(root, "");
    keys.forEach(
        (key, value) -> {
          if (!List.of(KEYS.split(", ", -1)).contains(key)) {
            problems.add(value, key, "no such key; known are " + KEYS);
          }
        });
    RecordKind kind = kind(keys.get("kind"));
    Mapping.Layout layout = layout(keys);
    Map<String, Node> constants = entries(keys.get("constants"), "constants");
    Map<String, Node> columns = entries(keys.get("columns"), "columns");
    LocalTimes local = new LocalTimes(zone(keys.get("zone")), dayOrder(keys.get("day_order")));
    List<String> timestamps = timestamps(keys.get("timestamps"), local);
    String encoding = encoding(keys.get("encoding"));
    boolean unescapesHtml = flag(keys.get("unescape_html"), "unescape_html", false);
    String cancelled = prefix(keys.get("cancelled_order_prefix"), kind);
    SkippedRows skipped =
        SkippedRows.parse(entries(keys.get("skip_rows"), "skip_rows"), reader, problems);
    if (kind != null) {
      checkFields(kind, constants, columns);
    }
    Map<String, String> constantTexts = texts(constants, "constants.");
    Map<String, String> columnTexts = texts(columns, "columns.");
    if (!layout.hasHeader()) {
      columnTexts.forEach((key, text) -> checkPlace(columns.get(key), key, text));
    }
    if (kind != null && problems.isEmpty()) {
      checkConstants(kind, constants, constantTexts, new Timestamps(timestamps, local));
    }
    if (kind == null || !problems.isEmpty()) {
      throw new MappingException(problems.sorted());
    }
    return new Mapping(
        kind,
        layout,
        constantTexts,
        columnTexts,
        timestamps,
        unescapesHtml,
        local,
        encoding,
        cancelled,
        skipped);
  }

  /** The entries of an optional YAML mapping. */
  private Map<String, Node> entries(@Nullable Node node, String key) {
    return node == null || isNull(node)
        ? Map.of()
        : reader.entries(node, node instanceof MappingNode ? "" : key);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private Map<String, String> texts(Map<String, Node> nodes, String prefix) {
    Map<String, String> texts = new LinkedHashMap<>();
    nodes.forEach(
        (key, node) -> scalar(node, prefix + key).ifPresent(text -> texts.put(key, text)));
    return texts;
  }

  private Optional<String> scalar(Node node, String key) {
    if (node instanceof ScalarNode scalar && !isNull(node) && !scalar.getValue().isEmpty()) {
      return Optional.of(scalar.getValue());
    }
    problems.add(node, key, "expected one value");
    return Optional.empty();
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
        isPadded ? ' ' : delimiter(delimiter), isPadded, hasHeader, hasDecimalComma);
  }

  private char delimiter(@Nullable Node node) {
    if (node == null) {
      return Mapping.Layout.CSV.delimiter();
    }
    if (node instanceof ScalarNode scalar && scalar.getValue().length() == 1) {
      char delimiter = scalar.getValue().charAt(0);
      if (delimiter < 0x80 && delimiter != '"' && delimiter != '\n' && delimiter != '\r') {
        return delimiter;
      }
    }
    problems.add(
        node, "delimiter", "expected blanks or one ASCII character, no quote, no line end");
    return Mapping.Layout.CSV.delimiter();
  }

  private @Nullable String prefix(@Nullable Node node, @Nullable RecordKind kind) {
    if (node == null) {
      return null;
    }
    if (kind != RecordKind.ORDERS) {
      problems.add(node, "cancelled_order_prefix", "only for orders");
    }
    return scalar(node, "cancelled_order_prefix").orElse(null);
  }

  private void checkPlace(@Nullable Node node, String key, String text) {
    boolean isNumber = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber || Integer.parseInt(text) == 0) {
      problems.add(node, "columns." + key, "expected a column's number from 1, as header is false");
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
      return ZoneId.of(scalar(node, "zone").orElse("UTC"));
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
    if (node == null || isNull(node)) {
      return patterns;
    }
    for (Node item : reader.list(node, "timestamps", "patterns")) {
      scalar(item, "timestamps")
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

  private void checkFields(
      RecordKind kind, Map<String, Node> constants, Map<String, Node> columns) {
    Map<String, RecordField> known = known(kind);
    constants.forEach((key, node) -> checkField(known, kind, "constants.", key, node));
    columns.forEach((key, node) -> checkField(known, kind, "columns.", key, node));
    columns.forEach(
        (key, node) -> {
          if (constants.containsKey(key)) {
            problems.add(node, "columns." + key, "is a constant too");
          }
        });
    for (RecordField field : known.values()) {
      boolean isGiven = constants.containsKey(field.path()) || columns.containsKey(field.path());
      if (field.isRequired() && !isGiven) {
        problems.add(null, "columns." + field.path(), "required, as a column or a constant");
      }
    }
    Set<String> given = new HashSet<>(columns.keySet());
    given.addAll(constants.keySet());
    if (kind == RecordKind.ORDERS && !OrderField.haveAmount(given)) {
      problems.add(null, "columns.amount", "required, or quantity and unit_price");
    }
  }

  private static Map<String, RecordField> known(RecordKind kind) {
    return Mapping.fields(kind).stream()
        .filter(field -> field.kind() != RecordField.Kind.OBJECT)
        .collect(
            Collectors.toMap(RecordField::path, field -> field, (a, b) -> a, LinkedHashMap::new));
  }

  private void checkField(
      Map<String, RecordField> known, RecordKind kind, String prefix, String key, Node node) {
    if (!known.containsKey(key)) {
      problems.add(
          node,
          prefix + key,
          "no such field of " + kind.code() + "; known are " + String.join(", ", known.keySet()));
    }
  }

  private void checkConstants(
      RecordKind kind, Map<String, Node> nodes, Map<String, String> texts, Timestamps timestamps) {
    Map<String, RecordField> known = known(kind);
    CsvCellReader cells = new CsvCellReader(timestamps, false, false);
    RecordDraft draft = new RecordDraft(Mapping.fields(kind));
    texts.forEach(
        (key, text) -> {
          RecordField field = known.get(key);
          if (field != null) {
            draft.clear();
            cells.read(draft, field, text);
            if (draft.isFaulty(field)) {
              RejectionReason reason = draft.fault(field);
              problems.add(nodes.get(key), "constants." + key, "expected " + reason.expected());
            }
          }
        });
  }
}
