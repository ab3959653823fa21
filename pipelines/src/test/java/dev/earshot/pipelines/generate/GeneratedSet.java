package dev.earshot.pipelines.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** All records of a generated set, read into memory with nothing but a JSON tokenizer. */
final class GeneratedSet {
  private static final int LONGEST_LINE = 1 << 20;
  private static final JsonFactory JSON = new JsonFactory();

  /** A readable record: its fields, where it stands and the place in its file. */
  record Entry(String file, int line, Map<String, Object> fields) {
    String text(String name) {
      return (String) fields.get(name);
    }

    /** Seconds since the epoch. */
    long time(String name) {
      return OffsetDateTime.parse(text(name)).toEpochSecond();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> engagement() {
      return (Map<String, Object>) fields.get("engagement");
    }

    /** When the snapshot was taken, the least long for none. */
    long observedAt() {
      return engagement() == null
          ? Long.MIN_VALUE
          : OffsetDateTime.parse((String) engagement().get("observed_at")).toEpochSecond();
    }

    Long count(String name) {
      return engagement() == null ? null : (Long) engagement().get(name);
    }
  }

  final List<Entry> posts = new ArrayList<>();
  final List<Entry> messages = new ArrayList<>();

  /** Rows of file, line and reason. */
  final List<String> rejections = new ArrayList<>();

  final Map<String, Integer> linesByFile = new HashMap<>();

  static GeneratedSet read(Path folder) throws IOException {
    GeneratedSet set = new GeneratedSet();
    for (String kind : List.of("messages", "posts")) {
      try (var files = Files.list(folder.resolve(kind))) {
        for (Path file : files.sorted().toList()) {
          set.readFile(file, kind + "/" + file.getFileName(), kind.equals("posts"));
        }
      }
    }
    return set;
  }

  private void readFile(Path path, String name, boolean isPosts) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 0;
    try (InputStream in = new BufferedInputStream(open(path))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          number++;
          accept(name, number, line.toByteArray(), isPosts);
          line.reset();
        } else {
          line.write(next);
        }
      }
    } catch (EOFException truncated) {
      number++;
      rejections.add(name + "," + number + ",file_truncated");
    }
    if (line.size() > 0) {
      throw new IOException(name + " ends without a line feed");
    }
    linesByFile.put(name, number);
  }

  static InputStream open(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    if (path.toString().endsWith(".gz")) {
      return new GZIPInputStream(file);
    }
    return path.toString().endsWith(".zst") ? new ZstdInputStream(file) : file;
  }

  private void accept(String file, int line, byte[] bytes, boolean isPosts) throws IOException {
    Map<String, Object> fields = new HashMap<>();
    String fault = parse(bytes, fields);
    if (fault == null) {
      fault = isPosts ? postFault(fields) : messageFault(fields);
    }
    if (fault != null) {
      rejections.add(file + "," + line + "," + fault);
    } else {
      (isPosts ? posts : messages).add(new Entry(file, line, fields));
    }
  }

  private static String parse(byte[] bytes, Map<String, Object> fields) throws IOException {
    if (bytes.length > LONGEST_LINE) {
      return "line_too_long";
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return "invalid_encoding";
    }
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "invalid_json";
      }
      readObject(parser, fields);
      return parser.nextToken() == null ? null : "invalid_json";
    } catch (JsonProcessingException notJson) {
      return "invalid_json";
    }
  }

  private static void readObject(JsonParser parser, Map<String, Object> fields) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      switch (parser.nextToken()) {
        case VALUE_STRING -> fields.put(name, parser.getText());
        case VALUE_NUMBER_INT -> fields.put(name, parser.getLongValue());
        case VALUE_NUMBER_FLOAT -> fields.put(name, parser.getDecimalValue());
        case VALUE_TRUE -> fields.put(name, true);
        case START_OBJECT -> {
          Map<String, Object> inner = new HashMap<>();
          readObject(parser, inner);
          fields.put(name, inner);
        }
        case VALUE_NULL -> {}
        default -> throw new IOException("unexpected " + parser.currentToken());
      }
    }
  }

  private static String postFault(Map<String, Object> fields) {
    String fault = idFault(fields, "post_id", "author_id");
    fault = fault != null ? fault : textFault(fields, "posted_at");
    return fault != null ? fault : engagementFault(fields.get("engagement"));
  }

  private static String messageFault(Map<String, Object> fields) {
    String fault = idFault(fields, "message_id", "sender_id", "recipient_id");
    return fault != null ? fault : textFault(fields, "sent_at");
  }

  private static String idFault(Map<String, Object> fields, String... names) {
    for (String name : names) {
      Object id = fields.get(name);
      if (id == null) {
        return "missing_field";
      }
      if (id instanceof BigDecimal) {
        return "ruined_id";
      }
      if (id instanceof Long) {
        fields.put(name, id.toString());
      } else if (!(id instanceof String)) {
        return "invalid_field";
      }
    }
    return null;
  }

  private static String textFault(Map<String, Object> fields, String timeField) {
    if (fields.get("text") == null || fields.get(timeField) == null) {
      return "missing_field";
    }
    if (!(fields.get("text") instanceof String)) {
      return "invalid_field";
    }
    try {
      int year = OffsetDateTime.parse((String) fields.get(timeField)).getYear();
      return year >= 1990 && year < 2100 ? null : "invalid_timestamp";
    } catch (DateTimeException notTime) {
      return "invalid_timestamp";
    }
  }

  private static String engagementFault(Object engagement) {
    if (engagement instanceof Map<?, ?> figures) {
      for (var figure : figures.entrySet()) {
        boolean isCount = figure.getValue() instanceof Long count && count >= 0;
        if (!figure.getKey().equals("observed_at") && !isCount) {
          return "invalid_field";
        }
      }
    }
    return null;
  }
}
