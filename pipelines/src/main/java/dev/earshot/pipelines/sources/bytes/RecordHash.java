package dev.earshot.pipelines.sources.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a record's bytes, given in pieces, without the line end. */
public final class RecordHash {
  private static final byte[] CARRIAGE_RETURN = {'\r'};

  private final MessageDigest digest;
  private boolean endsInCarriageReturn;

  public RecordHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Hex digits of the hash of the first {@code length} bytes. */
  public static String of(byte[] bytes, int length) {
    RecordHash hash = new RecordHash();
    hash.digest.update(bytes, 0, length);
    return hash.finish();
  }

  /** Adds a piece; a carriage return at its end is kept back until more follows. */
  public void update(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return;
    }
    if (endsInCarriageReturn) {
      digest.update(CARRIAGE_RETURN);
    }
    endsInCarriageReturn = bytes[offset + length - 1] == '\r';
    digest.update(bytes, offset, endsInCarriageReturn ? length - 1 : length);
  }

  /** Hex digits of the hash of all pieces, but for a last carriage return. Begins anew. */
  public String finish() {
    endsInCarriageReturn = false;
    return HexFormat.of().formatHex(digest.digest());
  }
}
