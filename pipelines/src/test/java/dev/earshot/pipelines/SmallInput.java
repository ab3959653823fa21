package dev.earshot.pipelines;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Input of a few records that a test states in full, and runs over it. */
final class SmallInput {
  static final String BRANDS =
      """
      brands:
        - id: veltrano
          name: Veltrano
          accounts:
            x: ["700000000"]
          time_zone: Europe/London
      """;

  private final Path folder;

  private SmallInput(Path folder) {
    this.folder = folder;
  }

  /** A brand file and nothing else, in a folder that is at hand. */
  static SmallInput in(Path folder) {
    SmallInput input = new SmallInput(folder);
    input.file("brands.yaml", BRANDS);
    return input;
  }

  /** A post of one person about Veltrano. */
  static String post(String id, String author, String postedAt, String text) {
    return """
    {"network":"x","post_id":"%s","author_id":"%s","posted_at":"%s","language":"en","text":"%s"}
    """
        .formatted(id, author, postedAt, text)
        .strip();
  }

  /** A direct message. */
  static String message(String id, String sender, String recipient, String sentAt, String text) {
    return """
    {"network":"x","message_id":"%s","sender_id":"%s","recipient_id":"%s","sent_at":"%s","text":"%s"}
    """
        .formatted(id, sender, recipient, sentAt, text)
        .strip();
  }

  Path file(String name, String content) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path lines(String name, String... lines) {
    return file(name, lines.length == 0 ? "" : String.join("\n", List.of(lines)) + "\n");
  }

  Path output() {
    return folder.resolve("out");
  }

  Path brands() {
    return folder.resolve("brands.yaml");
  }

  /** The arguments of a run on the engine for small inputs, without inputs yet. */
  Arguments run() {
    return Arguments.run(brands(), output(), folder).with("--runner", "direct");
  }
}
