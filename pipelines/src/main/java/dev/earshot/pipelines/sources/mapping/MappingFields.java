package dev.earshot.pipelines.sources.mapping;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.fields.CsvCellReader;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Checks the fields that a mapping of some kind names, each with its node. */
final class MappingFields {
  /** Made of the row where a file has none. */
  private static final Set<RecordField> DERIVED =
      Set.of(PostField.POST_ID, PostField.AUTHOR_ID, MessageField.MESSAGE_ID);

  private final RecordKind kind;
  private final Map<String, RecordField> known;
  private final YamlProblems problems;
  private final Map<String, String> keys = new LinkedHashMap<>();

  MappingFields(RecordKind kind, YamlProblems problems) {
    this.kind = kind;
    this.problems = problems;
    this.known =
        Mapping.fields(kind).stream()
            .filter(field -> field.kind() != RecordField.Kind.OBJECT)
            .collect(
                Collectors.toMap(
                    RecordField::path, field -> field, (a, b) -> a, LinkedHashMap::new));
  }

  /** Checks the fields below one key; a field may stand below one key only. */
  void check(String key, Map<String, Node> nodes) {
    nodes.forEach(
        (field, node) -> {
          checkKnown(key + "." + field, field, node);
          String other = keys.putIfAbsent(field, key);
          if (other != null) {
            problems.add(
                node,
                key + "." + field,
                other.equals("constants") ? "is a constant too" : "is in " + other + " too");
          }
        });
  }

  void checkKnown(String path, String field, @Nullable Node node) {
    if (!known.containsKey(field)) {
      problems.add(
          node,
          path,
          "no such field of " + kind.code() + "; known are " + String.join(", ", known.keySet()));
    }
  }

  /** Checks that all is there that a record needs. */
  void checkComplete() {
    for (RecordField field : known.values()) {
      if (field.isRequired() && !DERIVED.contains(field) && !keys.containsKey(field.path())) {
        problems.add(null, "columns." + field.path(), "required, as a column or a constant");
      }
    }
    if (kind == RecordKind.ORDERS && !OrderField.haveAmount(new HashSet<>(keys.keySet()))) {
      problems.add(null, "columns.amount", "required, or quantity and unit_price");
    }
  }

  void checkConstants(Map<String, Node> nodes, Map<String, String> texts, Timestamps timestamps) {
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
