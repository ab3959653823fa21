package dev.earshot.pipelines.sources;

import dev.earshot.models.domain.RejectionReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one mapping file and collects every mistake with its line and key. */
final class MappingParser {
  private static final String KEYS =
      "kind, delimiter, constants, columns, timestamps, unescape_html";
  private static final int MAX_CHARACTERS = 1 << 20;

  private final String name;
  private final List<String> mistakes = new ArrayList<>();

  MappingParser(String name) {
    this.name = name;
  }

  Mapping parse(String yaml) {
    Map<String, Node> keys = entries(compose(yaml), "the file");
    keys.forEach(
        (key, value) -> {
          if (!List.of(KEYS.split(", ", -1)).contains(key)) {
            mistake(value, key, "no such key; known are " + KEYS);
          }
        });
    RecordKind kind = kind(keys.get("kind"));
    char delimiter = delimiter(keys.get("delimiter"));
    Map<String, Node> constants = entries(keys.get("constants"), "constants");
    Map<String, Node> columns = entries(keys.get("columns"), "columns");
    List<String> timestamps = timestamps(keys.get("timestamps"));
    boolean unescapesHtml = flag(keys.get("unescape_html"), "unescape_html");
    if (kind != null) {
      checkFields(kind, constants, columns);
    }
    Map<String, String> constantTexts = texts(constants, "constants.");
    Map<String, String> columnTexts = texts(columns, "columns.");
    if (kind != null && mistakes.isEmpty()) {
      checkConstants(kind, constants, constantTexts, timestamps);
    }
    if (kind == null || !mistakes.isEmpty()) {
      throw new MappingException(mistakes);
    }
    return new Mapping(kind, delimiter, constantTexts, columnTexts, timestamps, unescapesHtml);
  }

  private @Nullable Node compose(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(MAX_CHARACTERS).build();
    try {
      return new Compose(settings).composeString(yaml).orElse(null);
    } catch (MarkedYamlEngineException malformed) {
      int line = malformed.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw failure(line, "not YAML: " + malformed.getProblem());
    } catch (YamlEngineException malformed) {
      throw failure(1, "not YAML: " + malformed.getMessage());
    }
  }

  private MappingException failure(int line, String text) {
    return new MappingException(List.of(name + ":" + line + ": " + text));
  }

  private static int line(@Nullable Node node) {
    return node == null ? 1 : node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private void mistake(@Nullable Node node, String key, String text) {
    mistakes.add(name + ":" + line(node) + ": " + key + ": " + text);
  }

  /** The entries of an optional YAML mapping, with plain keys. */
  private Map<String, Node> entries(@Nullable Node node, String key) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (node == null || isNull(node)) {
      return entries;
    }
    if (!(node instanceof MappingNode mapping)) {
      mistake(node, key, "expected keys with values");
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode entryKey)) {
        mistake(tuple.getKeyNode(), key, "expected a plain key");
      } else if (entries.putIfAbsent(entryKey.getValue(), tuple.getValueNode()) != null) {
        mistake(entryKey, entryKey.getValue(), "comes twice");
      }
    }
    return entries;
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
    mistake(node, key, "expected one value");
    return Optional.empty();
  }

  private @Nullable RecordKind kind(@Nullable Node node) {
    if (node instanceof ScalarNode scalar) {
      for (RecordKind kind : RecordKind.values()) {
        if (kind.code().equals(scalar.getValue())) {
          return kind;
        }
      }
    }
    mistake(node, "kind", "expected posts or messages");
    return null;
  }

  private char delimiter(@Nullable Node node) {
    if (node == null) {
      return ',';
    }
    if (node instanceof ScalarNode scalar && scalar.getValue().length() == 1) {
      char delimiter = scalar.getValue().charAt(0);
      if (delimiter < 0x80 && delimiter != '"' && delimiter != '\n' && delimiter != '\r') {
        return delimiter;
      }
    }
    mistake(node, "delimiter", "expected one ASCII character, no quote, no line end");
    return ',';
  }

  private boolean flag(@Nullable Node node, String key) {
    boolean isTrue = node instanceof ScalarNode scalar && scalar.getValue().equals("true");
    boolean isFalse = node instanceof ScalarNode scalar && scalar.getValue().equals("false");
    if (node != null && !isTrue && !isFalse) {
      mistake(node, key, "expected true or false");
    }
    return isTrue;
  }

  private List<String> timestamps(@Nullable Node node) {
    List<String> patterns = new ArrayList<>();
    if (node == null || isNull(node)) {
      return patterns;
    }
    if (!(node instanceof SequenceNode sequence)) {
      mistake(node, "timestamps", "expected a list of patterns");
      return patterns;
    }
    for (Node item : sequence.getValue()) {
      scalar(item, "timestamps")
          .ifPresent(
              pattern -> {
                patterns.add(pattern);
                if (!Timestamps.isComplete(pattern)) {
                  mistake(
                      item,
                      "timestamps",
                      "expected a pattern of java.time with date, time and zone: " + pattern);
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
            mistake(node, "columns." + key, "is a constant too");
          }
        });
    for (RecordField field : known.values()) {
      boolean isGiven = constants.containsKey(field.path()) || columns.containsKey(field.path());
      if (field.isRequired() && !isGiven) {
        mistakes.add(
            name + ":1: columns." + field.path() + ": required, as a column or a constant");
      }
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
      mistake(
          node,
          prefix + key,
          "no such field of " + kind.code() + "; known are " + String.join(", ", known.keySet()));
    }
  }

  private void checkConstants(
      RecordKind kind, Map<String, Node> nodes, Map<String, String> texts, List<String> patterns) {
    Map<String, RecordField> known = known(kind);
    CellReader cells = new CellReader(new Timestamps(patterns), false);
    Draft draft = new Draft(Mapping.fields(kind));
    texts.forEach(
        (key, text) -> {
          RecordField field = known.get(key);
          if (field != null) {
            draft.clear();
            cells.read(draft, field, text);
            if (draft.isFaulty(field)) {
              RejectionReason reason = draft.fault(field);
              mistake(nodes.get(key), "constants." + key, "expected " + reason.expected());
            }
          }
        });
  }
}
