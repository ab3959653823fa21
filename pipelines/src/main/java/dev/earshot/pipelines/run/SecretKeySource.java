package dev.earshot.pipelines.run;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the pseudonymisation key comes from. Only this reference travels with a job, never the key:
 * a worker reads the same file or environment variable.
 *
 * @param file a file that holds the key, or null for the environment
 * @param keyId the id of the key that must be found there, or null where any will do
 */
public record SecretKeySource(@Nullable String file, @Nullable String keyId)
    implements Serializable {
  /** The environment variable that holds the key where no file is named. */
  public static final String VARIABLE = "EARSHOT_KEY";

  private static final int MINIMUM_BYTES = 16;

  /** A source of any key. */
  public SecretKeySource(@Nullable String file) {
    this(file, null);
  }

  /** The same source, of this key only: a worker with another key must not go unnoticed. */
  public SecretKeySource expecting(String id) {
    return new SecretKeySource(file, id);
  }

  private static String text(String file) throws IOException {
    try {
      return Files.readString(Path.of(file));
    } catch (CharacterCodingException e) {
      throw new IOException(
          file
              + ": is not text in UTF-8, and no key could be read the same way everywhere (make one"
              + " with: openssl rand -hex 32 > "
              + file
              + ")",
          e);
    }
  }

  /**
   * Reads the key; white space around it is ignored.
   *
   * @throws IOException where there is no key, it is too short or not the expected one, with a
   *     message for the user
   */
  public byte[] read() throws IOException {
    String text = file == null ? System.getenv(VARIABLE) : text(file);
    if (text == null) {
      throw new IOException(
          "no pseudonymisation key: name a file with --key-file or set "
              + VARIABLE
              + " (make one with: openssl rand -hex 32 > earshot.key)");
    }
    byte[] key = text.strip().getBytes(StandardCharsets.UTF_8);
    if (key.length < MINIMUM_BYTES) {
      throw new IOException(
          (file == null ? VARIABLE : file)
              + ": the pseudonymisation key has "
              + key.length
              + " bytes, expected at least "
              + MINIMUM_BYTES);
    }
    if (keyId != null && !Pseudonyms.of(key).keyId().equals(keyId)) {
      throw new IOException(
          (file == null ? VARIABLE : file)
              + ": this worker finds another pseudonymisation key here than the launcher did");
    }
    return key;
  }
}
