package dev.earshot.models.training;

import dev.earshot.models.text.Artifact;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of an artifact's folder. */
final class ArtifactWriter {
  /** Writes a model's parameters. */
  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private ArtifactWriter() {}

  /** Writes {@code model.bin} and {@code model.sha256}. */
  static void write(Path folder, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.write(out);
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve("model.bin"), bytes.toByteArray());
    Files.writeString(folder.resolve("model.sha256"), Artifact.sha256(bytes.toByteArray()) + "\n");
  }

  /** Writes {@code quality.tsv}: measures by name. */
  static void writeQuality(Path folder, String report) throws IOException {
    Files.writeString(folder.resolve("quality.tsv"), "measure\tvalue\n" + report);
  }
}
