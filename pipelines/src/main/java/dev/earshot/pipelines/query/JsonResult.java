package dev.earshot.pipelines.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of objects, one on a line. */
final class JsonResult {
  private JsonResult() {}

  static void write(Selection rows, Writer out) throws IOException, QueryException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setRootValueSeparator(null)) {
      out.write("[");
      String separator = "\n";
      for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
        out.write(separator);
        separator = ",\n";
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
          json.writeFieldName(rows.names().get(i));
          write(row.get(i), json);
        }
        json.writeEndObject();
        json.flush();
      }
      out.write("\n]\n");
    }
  }

  private static void write(@Nullable Object cell, JsonGenerator json) throws IOException {
    if (cell == null) {
      json.writeNull();
    } else if (cell instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(element, json);
      }
      json.writeEndArray();
    } else if (cell instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (cell instanceof Double || cell instanceof Float) {
      double number = ((Number) cell).doubleValue();
      if (Double.isFinite(number)) {
        json.writeNumber(number);
      } else {
        json.writeNull();
      }
    } else if (cell instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (cell instanceof BigInteger number) {
      json.writeNumber(number);
    } else if (cell instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(Cells.text(cell));
    }
  }
}
