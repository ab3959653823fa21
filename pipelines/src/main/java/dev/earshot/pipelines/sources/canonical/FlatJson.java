package dev.earshot.pipelines.sources.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reader of one JSON object into its scalar values by path, lower case, with dots: {@code
 * request.headers.referer}. Of a list the first value counts; a list of objects with {@code key}
 * and {@code value}, as Google Analytics has it, gives one path for each key.
 */
public final class FlatJson {
  private final JsonFactory factory;

  public FlatJson(ReadLimits limits) {
    factory = JsonLines.factory(limits);
  }

  /** The values; null where the line is not exactly one object. */
  public @Nullable Map<String, String> read(String line) {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = factory.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      object(parser, "", values);
      return parser.nextToken() == null ? values : null;
    } catch (IOException malformed) {
      return null;
    }
  }

  private static void object(JsonParser parser, String path, Map<String, String> values)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName().toLowerCase(Locale.ROOT);
      parser.nextToken();
      value(parser, path.isEmpty() ? name : path + '.' + name, values);
    }
  }

  private static void value(JsonParser parser, String path, Map<String, String> values)
      throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path, values);
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          element(parser, path, values);
        }
      }
      case VALUE_NULL -> {}
      default -> values.putIfAbsent(path, parser.getText());
    }
  }

  private static void element(JsonParser parser, String path, Map<String, String> values)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      value(parser, path, values);
      return;
    }
    Map<String, String> entry = new HashMap<>();
    object(parser, "", entry);
    String key = entry.remove("key");
    String prefix = key == null ? path : path + '.' + key.toLowerCase(Locale.ROOT);
    entry.forEach(
        (name, text) ->
            values.putIfAbsent(
                key != null && name.startsWith("value") ? prefix : prefix + '.' + name, text));
  }
}
