package dev.earshot.pipelines.evaluate;

import dev.earshot.models.accounts.ProfileFields;
import dev.earshot.models.training.CorpusText;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of a labelled file in their order. */
final class LabelledRows implements Closeable {
  private static final String PLACE_OF_TARGET = "$T$";

  private final CellSource cells;
  private final int label;
  private final int text;
  private final int target;
  private final int language;
  private final int group;
  private final List<String> names;
  private final @Nullable ProfileFields profile;
  private long number;

  private LabelledRows(CellSource cells, Columns columns) {
    names = columns.names();
    profile = columns.profile();
    this.cells = cells;
    label = index(names, columns.of("label"));
    text = index(names, columns.of("text"));
    target = index(names, columns.of("target"));
    language = index(names, columns.of("language"));
    group = index(names, columns.of("group"));
  }

  private static int index(List<String> names, @Nullable String column) {
    return column == null ? -1 : names.indexOf(column);
  }

  static LabelledRows open(LabelledFile file, Columns columns) throws IOException {
    return new LabelledRows(file.open(), columns);
  }

  /** The next record, readable or not; null at the end. */
  @Nullable LabelledRecord next() throws IOException {
    if (!cells.next()) {
      return null;
    }
    number++;
    if (cells.fault() != null) {
      return new LabelledRecord(number, null, "", "", null, null, "");
    }
    String named = cell(target).strip();
    String written = cell(text);
    String whole = named.isEmpty() ? written : written.replace(PLACE_OF_TARGET, named);
    String stated = cell(language).strip();
    return new LabelledRecord(
        number,
        cell(label).strip(),
        CorpusText.unescape(whole),
        named,
        stated.isEmpty() ? null : stated,
        profile == null ? null : profile.read(column -> cells.cell(names.indexOf(column))),
        cell(group).strip());
  }

  private String cell(int wanted) {
    return wanted < 0 ? "" : cells.cell(wanted);
  }

  /** What is wrong with the record, with its line; null for a good one. */
  @Nullable String fault() {
    String fault = cells.fault();
    return fault == null ? null : "line " + cells.line() + " " + fault;
  }

  @Override
  public void close() throws IOException {
    cells.close();
  }
}
