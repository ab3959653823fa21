package dev.earshot.pipelines.sources.tabular;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.fields.RecordField.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Byte arrays of Parquet files as the text of a cell. */
final class ParquetBytes {
  private static final JsonFactory JSON = new JsonFactory();
  private static final char REPLACEMENT = '\ufffd';

  private ParquetBytes() {}

  /** STRING, ENUM, and bytes of which the file says nothing, as older writers left texts. */
  static ParquetCell text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes)
        ? ParquetCell.of(text)
        : refused(bytes, RejectionReason.INVALID_ENCODING);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }

  /** Sixteen bytes, the first one first. */
  static ParquetCell uuid(byte[] bytes) {
    if (bytes.length != 2 * Long.BYTES) {
      return refused(bytes, RejectionReason.INVALID_FIELD);
    }
    ByteBuffer halves = ByteBuffer.wrap(bytes);
    return ParquetCell.of(new UUID(halves.getLong(), halves.getLong()).toString());
  }

  /**
   * What a JSON value says: the characters of a string, a number or truth value as it stands; null
   * is none. An array or an object is a text and nothing else.
   */
  static @Nullable ParquetCell json(byte[] bytes, Kind kind) {
    ParquetCell cell = text(bytes);
    if (cell.fault() != null) {
      return cell;
    }
    try (JsonParser parser = JSON.createParser(cell.text())) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return cell;
      }
      boolean isScalar = first.isScalarValue();
      ParquetCell scalar = isScalar ? ParquetCell.of(parser.getText()) : null;
      if (isScalar && parser.nextToken() == null) {
        return first == JsonToken.VALUE_NULL ? null : scalar;
      }
    } catch (IOException broken) {
      return refused(bytes, RejectionReason.INVALID_FIELD);
    }
    return kind == Kind.TEXT ? cell : refused(bytes, RejectionReason.INVALID_FIELD);
  }

  /** A value that stands for nothing that a field holds. */
  static ParquetCell refused(byte[] bytes, RejectionReason reason) {
    return new ParquetCell(HexFormat.of().formatHex(bytes), reason);
  }
}
