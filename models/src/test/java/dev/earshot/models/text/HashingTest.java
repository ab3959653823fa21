package dev.earshot.models.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HashingTest {
  /** 0xaf63dc4c8601ec8c is the published FNV-1a value of "a". */
  @Test
  void fnv1aOfASingleLetter() {
    assertEquals(0xAF63DC4C8601EC8CL, Hashing.append(Hashing.START, 'a'));
  }

  @Test
  void stringsAndCharactersAgree() {
    assertEquals(Hashing.of("hello"), Hashing.of("hello!".toCharArray(), 5));
  }

  /** The test vector "abc" of FIPS 180-4. */
  @Test
  void sha256OfThePublishedVector() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Artifact.sha256("abc".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void aMissingArtifactIsNamed() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> Artifact.load("no-such"));
    assertEquals(
        "no artifact on the classpath: /dev/earshot/artifacts/no-such/model.bin", e.getMessage());
  }
}
