package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.sources.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read beside a file is part of what a run is made of. */
class SiblingDigestsTest {
  @TempDir Path folder;

  @Test
  void theLongTextsOfAnArchiveAreToldByTheirBytes() throws IOException {
    Path tweets = Files.writeString(folder.resolve("tweets.js"), "window.YTD.tweets.part0 = []");
    ResourceId file = FileSystems.matchNewResource(tweets.toString(), false);
    assertEquals("", new SiblingDigests().of(file, Format.X_ARCHIVE));
    Files.writeString(folder.resolve("note-tweet.js"), "abc");
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        new SiblingDigests().of(file, Format.X_ARCHIVE),
        "FIPS 180-2, appendix B.1");
    assertEquals("", new SiblingDigests().of(file, Format.X_API_V1));
  }
}
