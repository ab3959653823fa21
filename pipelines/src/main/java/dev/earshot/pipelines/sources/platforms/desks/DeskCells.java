package dev.earshot.pipelines.sources.platforms.desks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A row of a desk's table, by the names of its columns in lower case: their case has changed over
 * the years.
 */
final class DeskCells {
  private final ObjectNode source = JsonNodeFactory.instance.objectNode();

  private DeskCells() {}

  static DeskCells of(List<String> names, CsvReader cells) {
    DeskCells row = new DeskCells();
    HeaderedCsv.row(names, cells)
        .forEach((name, cell) -> row.source.put(name.toLowerCase(Locale.ROOT), cell));
    return row;
  }

  /** The columns of a header line, in lower case. */
  static Set<String> columns(String header) {
    Set<String> columns = new HashSet<>();
    HeaderedCsv.columns(header).forEach(name -> columns.add(name.toLowerCase(Locale.ROOT)));
    return columns;
  }

  /** Parser of times without a zone: that of {@code --zone}, or UTC. */
  static Timestamps times(ChatAccounts accounts) {
    ZoneId stated = accounts.times().zone();
    ZoneId zone = stated == null ? ZoneOffset.UTC : stated;
    return new Timestamps(List.of(), new LocalTimes(zone, accounts.times().dayOrder()));
  }

  /** What the record was read from. */
  ObjectNode source() {
    return source;
  }

  /** The first cell of these that is not empty, or an empty text. */
  String first(String... names) {
    for (String name : names) {
      String cell = source.path(name).asText("");
      if (!cell.isEmpty()) {
        return cell;
      }
    }
    return "";
  }

  /** A cell in lower case. */
  String word(String name) {
    return first(name).toLowerCase(Locale.ROOT);
  }

  /** A cell as the desk's number of something. */
  JsonNode id(String... names) {
    return source.textNode(first(names));
  }

  /** A moment; the cell itself, which is then rejected, where it names none. */
  JsonNode time(Timestamps times, String... names) {
    String cell = first(names);
    long micros = times.parse(cell);
    return cell.isEmpty()
        ? source.nullNode()
        : micros < 0 ? source.textNode(cell) : source.numberNode(micros);
  }
}
