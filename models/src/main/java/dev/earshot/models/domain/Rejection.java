package dev.earshot.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read. Carries no text of the record: only where it stands, why, and a
 * hash by which it can be found again.
 *
 * @param reason from the closed list
 * @param field the field at fault, or null where the whole record is
 * @param byteOffset where the record begins in its (decompressed) file
 * @param lineInRange lines before the record in the range that was read, zero for the first
 * @param recordSha256 hex SHA-256 of the record's bytes as far as they were read, or null for a
 *     fault of the file
 */
public record Rejection(
    RejectionReason reason,
    @Nullable String field,
    long byteOffset,
    long lineInRange,
    @Nullable String recordSha256) {

  /** The same rejection with what stands for the record's hash. */
  public Rejection withRecordSha256(String hash) {
    return new Rejection(reason, field, byteOffset, lineInRange, hash);
  }

  /** What a correct record would have had, for messages, as near to the field as is known. */
  public String expected() {
    if (reason == RejectionReason.INVALID_ENCODING) {
      return reason.expected() + ", or of a table the encoding that its mapping states";
    }
    if (reason == RejectionReason.INVALID_TIMESTAMP) {
      return reason.expected() + "; of times without one: zone in the mapping, or --zone";
    }
    if (reason != RejectionReason.INVALID_FIELD || field == null) {
      return reason.expected();
    }
    return switch (field) {
      case "amount", "quantity", "unit_price" ->
          "a number such as 1234.50; of 1.234,50 the mapping must say decimal_comma: true";
      case "status" ->
          "completed, pending, cancelled, refunded or a shop's common word for one of them, to which"
              + " values in the mapping translates others";
      case "currency" -> "a code of ISO 4217 such as EUR";
      default -> reason.expected();
    };
  }
}
