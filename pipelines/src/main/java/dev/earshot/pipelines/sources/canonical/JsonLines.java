package dev.earshot.pipelines.sources.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.LineReader;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reader of canonical JSON lines: one object per line into a {@link RecordDraft}, which makes the
 * record. Names that no field has are skipped; of a name that comes again the last value counts; a
 * line that is not exactly one object of well-formed JSON is rejected as such, whatever its fields
 * hold.
 */
public final class JsonLines<T> {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER_LENGTH = 128;
  private static final int MAX_NAME_LENGTH = 1024;
  private static final int MAX_TOKENS = 1 << 14;

  private final JsonFactory factory;
  private final int maxLineBytes;
  private final List<? extends RecordField> fields;
  private final Map<String, RecordField> topLevel = new HashMap<>();
  private final Map<String, Map<String, RecordField>> nested = new HashMap<>();
  private final long latestMicros;
  private final Consumer<RecordDraft> check;
  private final Function<RecordDraft, T> finish;

  /**
   * @param fields of the record; a path with a dot is a field of a nested object
   * @param check fails the fields that are wrong only beside others
   * @param finish makes the record of a draft without a fault
   */
  JsonLines(
      ReadLimits limits,
      List<? extends RecordField> fields,
      Consumer<RecordDraft> check,
      Function<RecordDraft, T> finish) {
    this.factory = factory(limits);
    this.maxLineBytes = limits.maxRecordBytes();
    this.latestMicros = limits.latestMicros();
    this.fields = fields;
    this.check = check;
    this.finish = finish;
    for (RecordField field : fields) {
      int dot = field.path().indexOf('.');
      if (dot < 0) {
        topLevel.put(field.path(), field);
      } else {
        nested
            .computeIfAbsent(field.path().substring(0, dot), parent -> new HashMap<>())
            .put(field.path().substring(dot + 1), field);
      }
    }
  }

  /**
   * A factory that hostile input cannot make slow. Names are not interned, and the table of names
   * does not throw when many names share a hash: the limit on tokens bounds that cost.
   */
  static JsonFactory factory(ReadLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .maxNameLength(MAX_NAME_LENGTH)
            .maxTokenCount(MAX_TOKENS)
            .maxStringLength(limits.maxRecordBytes())
            .build();
    return new JsonFactoryBuilder()
        .streamReadConstraints(constraints)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .build();
  }

  /** As {@link Source#read}. */
  long read(ReadableByteChannel channel, ByteRange range, RecordSink<T> sink) throws IOException {
    LineReader lines = new LineReader(channel, range, maxLineBytes);
    RecordDraft draft = new RecordDraft(fields, latestMicros);
    try {
      while (lines.next()) {
        readLine(lines, draft, sink);
      }
    } catch (FileFaultException fault) {
      sink.reject(
          new Rejection(fault.reason(), null, lines.byteOffset(), lines.lineInRange(), null));
    }
    return lines.lineFeeds();
  }

  private void readLine(LineReader lines, RecordDraft draft, RecordSink<T> sink) {
    draft.clear();
    RejectionReason reason = lines.isTooLong() ? RejectionReason.LINE_TOO_LONG : null;
    if (reason == null) {
      reason = parse(lines.buffer(), lines.offset(), lines.length(), draft);
    }
    RecordField faulty = null;
    if (reason == null) {
      check.accept(draft);
      faulty = draft.faultyField();
      if (faulty == null) {
        sink.accept(finish.apply(draft), lines.byteOffset());
        return;
      }
      reason = draft.fault(faulty);
    }
    sink.reject(
        new Rejection(
            reason,
            faulty == null ? null : faulty.path(),
            lines.byteOffset(),
            lines.lineInRange(),
            lines.sha256()));
  }

  /** Reads a line into the draft; what is wrong with the whole line, or null. */
  private @Nullable RejectionReason parse(byte[] bytes, int offset, int length, RecordDraft draft) {
    if (!Utf8.isValid(bytes, offset, length)) {
      return RejectionReason.INVALID_ENCODING;
    }
    try (JsonParser parser = factory.createParser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return RejectionReason.INVALID_JSON;
      }
      readObject(parser, topLevel, draft);
      return parser.nextToken() == null ? null : RejectionReason.INVALID_JSON;
    } catch (IOException malformed) {
      // The bytes are in memory: nothing but their content can be at fault.
      return RejectionReason.INVALID_JSON;
    }
  }

  private void readObject(JsonParser parser, Map<String, RecordField> known, RecordDraft draft)
      throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      RecordField field = known.get(name);
      if (field == null) {
        parser.skipChildren();
      } else if (field.kind() == RecordField.Kind.OBJECT) {
        readNested(parser, token, field, draft);
      } else {
        readValue(parser, token, field, draft);
      }
    }
  }

  private void readNested(JsonParser parser, JsonToken token, RecordField field, RecordDraft draft)
      throws IOException {
    Map<String, RecordField> members = nested.getOrDefault(field.path(), Map.of());
    members.values().forEach(draft::remove);
    draft.remove(field);
    if (token == JsonToken.START_OBJECT) {
      draft.set(field, 1);
      readObject(parser, members, draft);
    } else if (token != JsonToken.VALUE_NULL) {
      draft.fail(field, RejectionReason.INVALID_FIELD);
      parser.skipChildren();
    }
  }

  private static void readValue(
      JsonParser parser, JsonToken token, RecordField field, RecordDraft draft) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      draft.remove(field);
      return;
    }
    switch (field.kind()) {
      case TIMESTAMP -> readTimestamp(parser, token, field, draft);
      case COUNT -> readCount(parser, token, field, draft);
      case FLAG -> readFlag(token, field, draft);
      case DECIMAL -> readDecimal(parser, token, field, draft);
      case ID -> readId(parser, token, field, draft);
      default -> {
        if (token == JsonToken.VALUE_STRING) {
          TextFields.setText(draft, field, parser.getText());
        } else {
          draft.fail(field, RejectionReason.INVALID_FIELD);
        }
      }
    }
    parser.skipChildren();
  }

  private static void readTimestamp(
      JsonParser parser, JsonToken token, RecordField field, RecordDraft draft) throws IOException {
    long micros = Timestamps.INVALID;
    if (token == JsonToken.VALUE_STRING) {
      micros =
          Timestamps.parseIso(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
    TextFields.setTimestamp(draft, field, micros);
  }

  private static void readCount(
      JsonParser parser, JsonToken token, RecordField field, RecordDraft draft) throws IOException {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    } else if (parser.getNumberType() == NumberType.BIG_INTEGER) {
      TextFields.setCountFromCell(draft, field, parser.getText());
    } else {
      TextFields.setCount(draft, field, parser.getLongValue());
    }
  }

  private static void readFlag(JsonToken token, RecordField field, RecordDraft draft) {
    if (token.isBoolean()) {
      draft.set(field, token == JsonToken.VALUE_TRUE ? 1 : 0);
    } else {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    }
  }

  /** Shops write amounts as numbers or, so that no digit is lost, as text. */
  private static void readDecimal(
      JsonParser parser, JsonToken token, RecordField field, RecordDraft draft) throws IOException {
    if (token.isNumeric() || token == JsonToken.VALUE_STRING) {
      TextFields.setDecimal(draft, field, parser.getText());
    } else {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    }
  }

  private static void readId(
      JsonParser parser, JsonToken token, RecordField field, RecordDraft draft) throws IOException {
    switch (token) {
      case VALUE_STRING -> TextFields.setText(draft, field, parser.getText());
      case VALUE_NUMBER_INT -> draft.set(field, parser.getText());
      case VALUE_NUMBER_FLOAT -> draft.fail(field, RejectionReason.RUINED_ID);
      default -> draft.fail(field, RejectionReason.INVALID_FIELD);
    }
  }
}
