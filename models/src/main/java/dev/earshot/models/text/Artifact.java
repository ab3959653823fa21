package dev.earshot.models.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A trained file on the classpath under {@code dev/earshot/artifacts}, checked against the SHA-256
 * in {@code model.sha256} beside it.
 */
public final class Artifact {
  private static final String ROOT = "/dev/earshot/artifacts/";

  private Artifact() {}

  /**
   * The bytes of {@code model.bin} of an artifact.
   *
   * @param name the artifact's folder, as {@code sentiment-en}
   * @throws IllegalStateException where it is missing or is not the file that training made
   */
  public static byte[] load(String name) {
    byte[] model = read(ROOT + name + "/model.bin");
    String expected = checksum(name);
    String actual = sha256(model);
    if (!actual.equals(expected)) {
      throw new IllegalStateException(
          "artifact " + name + " is damaged: SHA-256 is " + actual + ", should be " + expected);
    }
    return model;
  }

  /**
   * The SHA-256 of {@code model.bin} of an artifact, as {@code model.sha256} states it.
   *
   * @throws IllegalStateException where it is missing
   */
  public static String checksum(String name) {
    return new String(read(ROOT + name + "/model.sha256"), StandardCharsets.US_ASCII).strip();
  }

  /** The SHA-256 of some bytes, in lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(String path) {
    try (InputStream in = Artifact.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no artifact on the classpath: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
