package dev.earshot.pipelines.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.earshot.models.evaluation.ClassQuality;
import dev.earshot.models.evaluation.QualityReport;
import dev.earshot.models.statistics.basics.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An evaluation as text and as JSON. */
public final class ReportWriter {
  private static final int UNKNOWN_LABELS_SHOWN = 10;

  private ReportWriter() {}

  /** The report as JSON, with a line feed at its end. */
  public static String json(EvaluationResult result) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("task", result.task().code());
      json.writeNumberField("rows", result.rows().all());
      json.writeNumberField("unreadable_count", result.rows().unreadable());
      json.writeNumberField("unlabelled_count", result.rows().unlabelled());
      json.writeNumberField("left_out_count", result.rows().leftOut());
      json.writeNumberField("unknown_label_count", result.rows().unknown());
      writeCounts(json, "unknown_labels", result.unknownLabels());
      json.writeStringField("language", result.language());
      writeQuality(json, result.quality());
      Shares.Result shares = result.shares();
      number(json, "share_mae", shares == null ? null : Double.valueOf(shares.error()));
      number(
          json,
          "share_mae_counting",
          shares == null ? null : Double.valueOf(shares.countingError()));
      json.writeStringField("share_method", shares == null ? null : shares.method());
      json.writeNumberField("group_count", shares == null ? 0 : shares.groups());
      number(json, "posts_per_second", result.postsPerSecond());
      QualityReport wholeText = result.wholeText();
      if (wholeText != null) {
        json.writeObjectFieldStart("whole_text");
        writeQuality(json, wholeText);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void writeQuality(JsonGenerator json, QualityReport quality) throws IOException {
    json.writeNumberField("n", quality.n());
    number(json, "macro_recall", quality.macroRecall());
    interval(json, "macro_recall", quality.macroRecallInterval());
    number(json, "accuracy", quality.accuracy());
    interval(json, "accuracy", quality.accuracyInterval());
    number(json, "macro_f1", quality.macroF1());
    interval(json, "macro_f1", quality.macroF1Interval());
    number(json, "ece", quality.ece());
    json.writeObjectFieldStart("classes");
    for (ClassQuality found : quality.classes()) {
      json.writeObjectFieldStart(found.label());
      json.writeNumberField("support", found.support());
      json.writeNumberField("predicted", found.predicted());
      number(json, "precision", found.precision());
      interval(json, "precision", found.precisionInterval());
      number(json, "recall", found.recall());
      interval(json, "recall", found.recallInterval());
      number(json, "f1", found.f1());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("confusion");
    for (Map.Entry<String, Map<String, Long>> row : quality.confusion().entrySet()) {
      writeCounts(json, row.getKey(), row.getValue());
    }
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, String name, Map<String, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private static void interval(JsonGenerator json, String name, @Nullable Interval interval)
      throws IOException {
    number(json, name + "_lower", interval == null ? null : Double.valueOf(interval.lower()));
    number(json, name + "_upper", interval == null ? null : Double.valueOf(interval.upper()));
  }

  /** The report for people. */
  public static String text(EvaluationResult result) {
    StringBuilder text = new StringBuilder();
    QualityReport quality = result.quality();
    line(
        text, "%s: %,d of %,d rows scored", result.task().code(), quality.n(), result.rows().all());
    if (result.rows().unreadable() > 0) {
      line(text, "  %,d cannot be read: %s", result.rows().unreadable(), result.firstFault());
    }
    if (result.rows().unlabelled() > 0) {
      line(text, "  %,d have no label", result.rows().unlabelled());
    }
    if (result.rows().leftOut() > 0) {
      line(text, "  %,d have a label that is no class of the task", result.rows().leftOut());
    }
    if (result.rows().unknown() > 0) {
      line(text, "  %,d have an unknown label: %s", result.rows().unknown(), unknown(result));
    }
    if (result.language() != null) {
      line(text, "  language: %s, as nearly all texts are", result.language());
    }
    line(text, "");
    averages(text, quality);
    Shares.Result shares = result.shares();
    if (shares != null) {
      line(text, "%-20s %.4f  by %s", "error of shares", shares.error(), shares.method());
      line(
          text,
          "%-20s %.4f  over %,d groups",
          "  by counting",
          shares.countingError(),
          shares.groups());
    }
    QualityReport wholeText = result.wholeText();
    if (wholeText != null) {
      line(text, "");
      line(text, "if every target got the sentiment of the whole text:");
      averages(text, wholeText);
    }
    if (result.postsPerSecond() != null) {
      line(text, "%-20s %,.0f (one core, warm)", "posts per second", result.postsPerSecond());
    }
    line(text, "");
    classes(text, quality);
    return text.toString();
  }

  private static void averages(StringBuilder text, QualityReport quality) {
    average(text, "macro recall", quality.macroRecall(), quality.macroRecallInterval());
    average(text, "accuracy", quality.accuracy(), quality.accuracyInterval());
    average(text, "macro F1", quality.macroF1(), quality.macroF1Interval());
    average(text, "calibration error", quality.ece(), null);
  }

  private static void average(
      StringBuilder text, String name, @Nullable Double value, @Nullable Interval interval) {
    if (value != null) {
      String range =
          interval == null
              ? ""
              : String.format(Locale.ROOT, "  (%.4f - %.4f)", interval.lower(), interval.upper());
      line(text, "%-20s %.4f%s", name, value, range);
    }
  }

  private static void classes(StringBuilder text, QualityReport quality) {
    int width = 5;
    for (ClassQuality found : quality.classes()) {
      width = Math.max(width, found.label().length());
    }
    String head = "%-" + width + "s %9s %9s %9s %9s %9s";
    line(text, head, "class", "rows", "predicted", "precision", "recall", "F1");
    for (ClassQuality found : quality.classes()) {
      line(
          text,
          head,
          found.label(),
          found.support(),
          found.predicted(),
          share(found.precision()),
          share(found.recall()),
          share(found.f1()));
    }
    line(text, "");
    line(text, "actual by predicted:");
    quality
        .confusion()
        .forEach(
            (label, row) -> {
              StringBuilder cells = new StringBuilder();
              row.forEach(
                  (predicted, count) -> {
                    if (count > 0) {
                      cells.append(' ').append(predicted).append(' ').append(count).append(',');
                    }
                  });
              String shown = cells.isEmpty() ? "" : cells.substring(0, cells.length() - 1);
              line(text, "  %s:%s", label, shown);
            });
  }

  private static String share(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String unknown(EvaluationResult result) {
    StringBuilder labels = new StringBuilder();
    result.unknownLabels().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(UNKNOWN_LABELS_SHOWN)
        .forEach(
            entry ->
                labels
                    .append(labels.isEmpty() ? "" : ", ")
                    .append(entry.getKey())
                    .append(" (")
                    .append(entry.getValue())
                    .append(')'));
    return labels.toString();
  }

  private static void line(StringBuilder text, String format, @Nullable Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
