package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Outline of the beginning of a JSON file, by which formats are told: which members stand where,
 * and the words that platforms use to say what an object is. Arrays have no name of their own: of
 * {@code {"data":[{"id":1}]}} and of {@code {"data":{"id":1}}} the paths are {@code data} and
 * {@code data/id}.
 */
public final class DocumentShape {
  private static final int MAX_PATHS = 20_000;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_WORD_LENGTH = 64;
  private static final int SHORTEST_LONG_ID = 40;
  private static final Set<String> WORDS =
      Set.of(
          "kind",
          "type",
          "$type",
          "@context",
          "provider_name",
          "name",
          "media_type",
          "extractor_key");

  private final Set<String> paths = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> numbered = new HashSet<>();
  private final String assignment;

  private DocumentShape(String assignment) {
    this.assignment = assignment;
  }

  /** Looks at text that begins with a value or an assignment, and may be cut off anywhere. */
  public static DocumentShape of(byte[] content, int offset, int length) {
    int skipped = DocumentHead.assignment(content, offset, length);
    DocumentShape shape =
        new DocumentShape(new String(content, offset, skipped, StandardCharsets.US_ASCII));
    JsonFactory factory = DocumentSource.factory(ReadLimits.DEFAULT);
    int from = offset + skipped;
    int end = offset + length;
    while (from < end && shape.paths.size() < MAX_PATHS) {
      from += shape.read(factory, content, from, end - from);
      int lineFeed = from < end ? Utf8.indexOfLineFeed(content, from, end) : -1;
      from = lineFeed < 0 ? end : lineFeed + 1;
    }
    return shape;
  }

  /** Reads up to the end or to what is no JSON; returns how far it came. */
  private int read(JsonFactory factory, byte[] content, int from, int length) {
    try (JsonParser parser = factory.createParser(content, from, length)) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          value(parser, "", 0);
        }
        return length;
      } catch (IOException cutOffOrBroken) {
        return (int) Math.max(0, Math.min(length, parser.currentLocation().getByteOffset()));
      }
    } catch (IOException impossible) {
      return length;
    }
  }

  private void value(JsonParser parser, String path, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (depth > MAX_DEPTH || paths.size() > MAX_PATHS) {
      parser.skipChildren();
    } else if (token == JsonToken.START_OBJECT) {
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        String member = path.isEmpty() ? name : path + "/" + name;
        parser.nextToken();
        paths.add(member);
        names.add(name);
        word(member, name, parser);
        number(member, name, parser);
        value(parser, member, depth + 1);
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, path, depth + 1);
      }
    }
  }

  private void number(String member, String name, JsonParser parser) throws IOException {
    if (name.equals("id")
        && (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            || (parser.currentToken() == JsonToken.VALUE_STRING
                && parser.getTextLength() <= MAX_WORD_LENGTH
                && isNumber(parser.getText())))) {
      numbered.add(member);
    }
  }

  /**
   * Whether a text is a number, or two with a low line between them, as Facebook's ids of posts.
   */
  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '_');
  }

  private void word(String member, String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return;
    }
    if (WORDS.contains(name) && parser.getTextLength() <= MAX_WORD_LENGTH) {
      words.add(member + "=" + parser.getText());
    } else if (name.equals("uri") && parser.getTextLength() < 512) {
      words.add(member + "=" + beginningOf(parser.getText()));
    }
  }

  /** Scheme or first folder with the slashes behind it, of which a file has few; else nothing. */
  private static String beginningOf(String uri) {
    int end = uri.indexOf('/');
    if (end < 0 || end > MAX_WORD_LENGTH) {
      return "";
    }
    while (end < uri.length() && uri.charAt(end) == '/') {
      end++;
    }
    return uri.substring(0, end);
  }

  /** Whether all of these paths are there. */
  public boolean has(String... wanted) {
    for (String path : wanted) {
      if (!paths.contains(path)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of these paths is there. */
  public boolean hasAny(String... wanted) {
    for (String path : wanted) {
      if (paths.contains(path)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a member of that name stands in the outermost object or in ones that are named so: an
   * envelope around records is none of them. What is named by an id is looked into as well.
   */
  public boolean hasName(String name, Set<String> containers) {
    return paths.stream().anyMatch(path -> isIn(path, name, containers));
  }

  /** Whether an {@code id} stands there, as above, that is a number. */
  public boolean hasNumberedId(Set<String> containers) {
    return numbered.stream().anyMatch(path -> isIn(path, "id", containers));
  }

  private static boolean isIn(String path, String name, Set<String> containers) {
    int slash = path.lastIndexOf('/');
    if (!path.substring(slash + 1).equals(name)) {
      return false;
    }
    for (int from = 0; from <= slash; from = path.indexOf('/', from) + 1) {
      String container = path.substring(from, path.indexOf('/', from));
      if (!containers.contains(container) && !isId(container)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a member is named by what it holds: by a number, or by an id as long as no word is. */
  private static boolean isId(String name) {
    return name.length() >= SHORTEST_LONG_ID || isNumber(name);
  }

  /** Whether the outermost object has no members but these. */
  public boolean hasOnly(Set<String> members) {
    return paths.stream().allMatch(path -> path.indexOf('/') >= 0 || members.contains(path));
  }

  /** Whether a member of that name stands anywhere. */
  public boolean hasName(String name) {
    return names.contains(name);
  }

  /**
   * Whether a member says that, as in {@code kind=Listing}; the word may go on. Of a {@code uri}
   * the scheme or the first folder is known, as in {@code uri=at://}.
   */
  public boolean says(String beginning) {
    return words.stream().anyMatch(word -> word.startsWith(beginning, nameOf(word)));
  }

  /** Whether one says that in the outermost object or in ones that are named so. */
  public boolean says(String beginning, Set<String> containers) {
    String name = beginning.substring(0, beginning.indexOf('='));
    return words.stream()
        .anyMatch(
            word ->
                word.startsWith(beginning, nameOf(word))
                    && isIn(word.substring(0, word.indexOf('=')), name, containers));
  }

  /** Where the name of a member begins in its path, behind which a word stands. */
  private static int nameOf(String word) {
    return word.lastIndexOf('/', word.indexOf('=')) + 1;
  }

  /** Whether there is no member at all: {@code {}}, {@code []}, or no JSON. */
  public boolean isEmpty() {
    return paths.isEmpty();
  }

  /** What is assigned to in lower case, such as {@code window.ytd.tweets.part0}; else empty. */
  public String assignment() {
    return assignment.toLowerCase(Locale.ROOT);
  }
}
