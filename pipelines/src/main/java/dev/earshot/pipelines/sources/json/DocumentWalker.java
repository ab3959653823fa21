package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walk through the documents of a file, which gives each element to the {@link ElementParser} of
 * its platform. See {@link DocumentSource}.
 */
final class DocumentWalker<T> {
  private final Set<String> arrays;
  private final boolean givesOuter;
  private final Set<String> ways = new HashSet<>();
  private final ElementParser<T> finder;
  private final RecordEmitter<T> records;
  private final TreeReader trees;
  private final List<ObjectNode> around = new ArrayList<>();
  private long offset;
  private long line;

  DocumentWalker(
      Set<String> arrays,
      boolean givesOuter,
      ElementParser<T> finder,
      RecordEmitter<T> records,
      int maxElementBytes) {
    this.arrays = arrays;
    this.givesOuter = givesOuter;
    this.finder = finder;
    this.records = records;
    this.trees = new TreeReader(maxElementBytes);
    for (String array : arrays) {
      ways.add("");
      for (int slash = array.indexOf('/'); slash > 0; slash = array.indexOf('/', slash + 1)) {
        ways.add(array.substring(0, slash));
      }
    }
  }

  /**
   * Reads all documents.
   *
   * @param offset where the parser's first byte stands in the file
   * @param line lines before it
   * @param isOne whether what stands behind the first document is none
   */
  void readAll(JsonParser parser, long offset, long line, boolean isOne) throws IOException {
    this.offset = offset;
    this.line = line;
    boolean isMore = parser.nextToken() != null;
    while (isMore) {
      around.clear();
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        items(parser, "");
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        object(parser, "");
      } else {
        moveTo(parser);
        records.reject(RejectionReason.INVALID_JSON, null, null);
      }
      isMore = !isOne && parser.nextToken() != null;
    }
  }

  /** An object on the way to arrays of elements, or an element itself; whether it held elements. */
  private boolean object(JsonParser parser, String path) throws IOException {
    if (!ways.contains(path)) {
      element(parser, path);
      return true;
    }
    moveTo(parser);
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    around.add(members);
    trees.begin();
    boolean hasElements = false;
    String name = parser.nextFieldName();
    while (name != null) {
      JsonToken token = parser.nextToken();
      String member = path.isEmpty() ? name : path + "/" + name;
      boolean isWay = arrays.contains(member) || ways.contains(member);
      if (isWay && token == JsonToken.START_ARRAY) {
        items(parser, member);
        hasElements = true;
      } else if (isWay && token == JsonToken.START_OBJECT && ways.contains(member)) {
        hasElements |= object(parser, member);
      } else {
        members.set(name, trees.read(parser));
      }
      name = parser.nextFieldName();
    }
    around.remove(around.size() - 1);
    if (givesOuter || (!hasElements && path.isEmpty())) {
      whole(path, members);
    }
    return hasElements;
  }

  private void items(JsonParser parser, String path) throws IOException {
    for (JsonToken item = parser.nextToken();
        item != JsonToken.END_ARRAY;
        item = parser.nextToken()) {
      if (item == JsonToken.START_OBJECT && ways.contains(path)) {
        object(parser, path);
      } else {
        element(parser, path);
      }
    }
  }

  private void element(JsonParser parser, String path) throws IOException {
    moveTo(parser);
    trees.begin();
    whole(path, trees.read(parser));
  }

  /** An element, if all of it was kept. */
  private void whole(String path, JsonNode value) {
    if (trees.isTooLarge()) {
      records.reject(RejectionReason.LINE_TOO_LONG, null, null);
    } else {
      find(new DocumentElement(path, value, List.copyOf(around)));
    }
  }

  private void find(DocumentElement element) {
    finder.find(element, records);
  }

  private void moveTo(JsonParser parser) {
    var at = parser.currentTokenLocation();
    records.moveTo(offset + Math.max(0, at.getByteOffset()), line + at.getLineNr() - 1);
  }
}
