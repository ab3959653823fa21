package dev.earshot.models.intents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Texts with human labels, from the folder of shared data beside the repository. */
final class LabelledTexts {
  private static final Path DATA = Path.of("../../shared/data");

  record Text(String text, boolean isLabelled) {}

  private LabelledTexts() {}

  static List<Text> complaints() throws IOException {
    return rows("complaints_twitter/tweets_shared.csv", ',').stream()
        .map(row -> new Text(row.get(1), row.get(2).equals("1")))
        .toList();
  }

  static List<Text> suggestions(String file) throws IOException {
    return rows("suggestion_mining/" + file, '\t').stream()
        .map(row -> new Text(row.get(1), row.get(2).equals("1")))
        .toList();
  }

  static List<Text> bugReports() throws IOException {
    return rows("app_reviews_maalej/reviews_shared.csv", ',').stream()
        .map(row -> new Text(row.get(6) + "\n" + row.get(7), row.get(9).equals("bug_report")))
        .toList();
  }

  /** English feedback, labelled with one of the set's classes or another. */
  static List<Text> feedback(String label) throws IOException {
    return rows("customer_feedback_ijcnlp2017/feedback_shared.tsv", '\t').stream()
        .filter(row -> row.get(0).equals("en"))
        .map(row -> new Text(row.get(2), row.get(1).equals(label)))
        .toList();
  }

  /** Rows without the header; quotes count in comma-separated files only. */
  private static List<List<String>> rows(String file, char separator) throws IOException {
    Path path = DATA.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), "no labelled texts: " + file + " is absent");
    String content = Files.readString(path);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '"' && separator == ',') {
        if (isQuoted && i + 1 < content.length() && content.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          isQuoted = !isQuoted;
        }
      } else if (!isQuoted && (c == separator || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows.subList(1, rows.size());
  }
}
