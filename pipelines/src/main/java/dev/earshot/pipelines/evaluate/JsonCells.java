package dev.earshot.pipelines.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.LineReader;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; a name with dots is a field of a nested object. */
final class JsonCells implements CellSource {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ReadableByteChannel channel;
  private final LineReader lines;
  private final List<String> columns;
  private final String[] cells;
  private @Nullable String fault;

  JsonCells(ReadableByteChannel channel, List<String> columns) {
    this.channel = channel;
    this.columns = columns;
    lines = new LineReader(channel, ByteRange.WHOLE, ReadLimits.DEFAULT.maxRecordBytes());
    cells = new String[columns.size()];
  }

  /** The fields of a JSON object that are not in a nested one; none where it is not one. */
  static List<String> names(String object) {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(object)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          names.add(name);
          parser.nextToken();
          parser.skipChildren();
        }
      }
    } catch (IOException malformed) {
      // What was read so far is what can be known.
      return names;
    }
    return names;
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    Arrays.fill(cells, "");
    fault = lines.isTooLong() ? "is too long" : null;
    if (fault == null) {
      try (JsonParser parser =
          FACTORY.createParser(lines.buffer(), lines.offset(), lines.length())) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          readObject(parser, "");
        } else {
          fault = "is not a JSON object";
        }
      } catch (IOException malformed) {
        // The bytes are in memory: nothing but their content can be at fault.
        fault = "is not a JSON object";
      }
    }
    return true;
  }

  private void readObject(JsonParser parser, String prefix) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      String path = prefix + name;
      if (token == JsonToken.START_OBJECT) {
        readObject(parser, path + ".");
      } else {
        int wanted = columns.indexOf(path);
        if (wanted >= 0 && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          cells[wanted] = parser.getText();
        } else if (wanted >= 0 && token == JsonToken.START_ARRAY) {
          cells[wanted] = readList(parser);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** The scalars of a list, as a file of cells writes them. */
  private static String readList(JsonParser parser) throws IOException {
    StringBuilder list = new StringBuilder();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t.isScalarValue()) {
        list.append(list.isEmpty() ? "" : "|").append(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return list.toString();
  }

  @Override
  public @Nullable String fault() {
    return fault;
  }

  @Override
  public long line() {
    return lines.lineInRange() + 1;
  }

  @Override
  public String cell(int wanted) {
    return cells[wanted];
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
