package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Platforms name exported chats after the person; tables and manifests do not. */
class ChatNamesTest {
  private static final String NAME = "WhatsApp Chat with Ana Zorbiperez +34 600 123 456.txt";

  @TempDir Path folder;

  @Test
  void namesOfChatsAreHashed() {
    SmallInput input = SmallInput.in(folder);
    input.file(
        "brands.yaml",
        """
        brands:
          - id: veltrano
            name: Veltrano
            accounts: {whatsapp: ["Veltrano"]}
        """);
    Path chat =
        input.lines(
            "chats/" + NAME,
            "25/03/2026, 10:00 - Messages and calls are end-to-end encrypted.",
            "25/03/2026, 10:01 - Ana Zorbiperez: where is my parcel?",
            "25/13/2026, 10:02 - Ana Zorbiperez: it never came",
            "25/03/2026, 10:03 - Veltrano: we are looking into it");
    EarshotRun run =
        Arguments.run(input.brands(), input.output(), folder)
            .with("--runner", "direct", "--max-rejected-rate", "1")
            .with("--messages", chat.toString())
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    String hash = HashedIds.keyed("file:\0" + chat).substring(0, 16);
    String shown = "whatsapp-export-" + hash + ".txt";
    EarshotRun.bytes(input.output())
        .forEach(
            (file, bytes) -> {
              assertFalse(bytes.contains("Zorbi"), file);
              assertFalse(bytes.contains("600 123"), file);
            });
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(shown + "|3|1"),
          sql.rows("SELECT source_name, read_count, rejected_count FROM pipeline_runs"));
      assertEquals(List.of(shown), sql.rows("SELECT source_name FROM rejected_records"));
    }
    assertTrue(
        run.err().contains(shown + ", which has bad records, is " + chat), "the operator is told");
    assertFalse(run.out().contains("Zorbi"));
  }
}
