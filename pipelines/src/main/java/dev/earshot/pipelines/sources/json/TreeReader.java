package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Reader of JSON values into trees of a bounded size and depth. What goes beyond is skipped. Whole
 * numbers are kept exactly, however long; of a repeated name the last value counts.
 */
public final class TreeReader {
  private static final int MAX_DEPTH = 512;

  /** What a token costs besides its text: about as much as it takes in a file. */
  private static final int TOKEN_BYTES = 4;

  private final int maxBytes;
  private long bytes;
  private boolean isTooLarge;

  public TreeReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Begins a new budget. */
  void begin() {
    bytes = 0;
    isTooLarge = false;
  }

  /** Whether something was skipped since the budget began. */
  boolean isTooLarge() {
    return isTooLarge;
  }

  /** Reads the value of the current token. */
  public JsonNode read(JsonParser parser) throws IOException {
    return read(parser, 0);
  }

  private JsonNode read(JsonParser parser, int depth) throws IOException {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    JsonToken token = parser.currentToken();
    bytes += TOKEN_BYTES;
    if (bytes > maxBytes || depth > MAX_DEPTH) {
      isTooLarge = true;
      parser.skipChildren();
      return nodes.nullNode();
    }
    return switch (token) {
      case START_OBJECT -> object(parser, depth);
      case START_ARRAY -> array(parser, depth);
      case VALUE_STRING -> {
        String text = parser.getText();
        bytes += text.length();
        yield nodes.textNode(text);
      }
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      default -> nodes.nullNode();
    };
  }

  private ObjectNode object(JsonParser parser, int depth) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      bytes += name.length();
      object.set(name, read(parser, depth + 1));
    }
    return object;
  }

  private ArrayNode array(JsonParser parser, int depth) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(parser, depth + 1));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> JsonNodeFactory.instance.numberNode(parser.getIntValue());
      case LONG -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
      default -> JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
    };
  }
}
