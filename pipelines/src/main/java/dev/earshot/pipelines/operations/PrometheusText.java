package dev.earshot.pipelines.operations;

import dev.earshot.pipelines.publish.Stage;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the last run in Prometheus's text format 0.0.4, as the textfile collector of node
 * exporter reads it. Every sample has the output as a label, so that several outputs have a file
 * each. The time of the last success outlives failures: it is taken over from the file before.
 */
public final class PrometheusText {
  private static final String SUCCESS = "earshot_last_success_timestamp_seconds";
  private static final double MILLIS = 1_000.0;

  private final StringBuilder text = new StringBuilder();
  private final String output;

  private PrometheusText(String output) {
    this.output = output;
  }

  /**
   * The text of the file.
   *
   * @param before the text of the file before, or null
   */
  public static String of(RunOutcome run, @Nullable String before) {
    PrometheusText text = new PrometheusText(run.output());
    text.write(run, before);
    return text.text.toString();
  }

  private void write(RunOutcome run, @Nullable String before) {
    one("earshot_last_run_exit_code", "Exit code of the last run.", run.exitCode());
    one("earshot_last_run_timestamp_seconds", "When the last run ended.", seconds(run.endedAt()));
    Double success = run.isPublished() ? Double.valueOf(seconds(run.endedAt())) : successIn(before);
    if (success != null) {
      one(SUCCESS, "When a run last published tables.", success);
    }
    one(
        "earshot_last_run_duration_seconds",
        "How long the last run took.",
        seconds(run.endedAt()) - seconds(run.startedAt()));
    one("earshot_last_run_input_bytes", "Size of the input files.", (double) run.inputBytes());
    Map<String, Double> stages = new TreeMap<>();
    for (Stage stage : run.stages()) {
      stages.put(stage.name(), stage.seconds());
    }
    each("earshot_last_run_stage_seconds", "How long a stage took.", "stage", stages);
    if (run.records() != null) {
      Map<String, Double> records = new TreeMap<>();
      records.put("accepted", (double) run.records().accepted());
      records.put("rejected", (double) run.records().rejected());
      records.put("duplicate", (double) run.records().duplicates());
      records.put("out_of_scope", (double) run.records().outOfScope());
      each("earshot_last_run_records", "What became of the records read.", "state", records);
    }
    Map<String, Double> rows = new TreeMap<>();
    run.tables().forEach(table -> rows.put(table.name(), (double) table.rows()));
    each("earshot_last_run_rows", "Rows of a table in the files it published.", "table", rows);
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / MILLIS;
  }

  private @Nullable Double successIn(@Nullable String before) {
    String start = SUCCESS + labels(null, "") + " ";
    if (before != null) {
      for (String line : before.lines().toList()) {
        if (line.startsWith(start)) {
          try {
            return Double.valueOf(line.substring(start.length()));
          } catch (NumberFormatException e) {
            return null;
          }
        }
      }
    }
    return null;
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void one(String name, String help, double value) {
    head(name, help);
    sample(name, labels(null, ""), value);
  }

  private void each(String name, String help, String label, Map<String, Double> values) {
    if (!values.isEmpty()) {
      head(name, help);
      values.forEach((key, value) -> sample(name, labels(label, key), value));
    }
  }

  private void sample(String name, String labels, double value) {
    boolean isWhole = value == Math.rint(value);
    text.append(name).append(labels).append(' ');
    text.append(String.format(Locale.ROOT, isWhole ? "%.0f" : "%.3f", value)).append('\n');
  }

  private String labels(@Nullable String label, String value) {
    String more = label == null ? "" : "," + label + "=\"" + escaped(value) + "\"";
    return "{output=\"" + escaped(output) + "\"" + more + "}";
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
