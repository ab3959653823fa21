package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes from which brand to which stands in the mentions of both. */
class BrandSwitchesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void bothSidesOfASwitchAreTold(String engine) {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", SmallInput.BRANDS + "  - id: morbello\n    name: Morbello\n");
    String time = "2026-03-01T10:00:00Z";
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", time, "I switched from Veltrano to Morbello yesterday"),
        SmallInput.post("2", "bob", time, "Thinking of switching to Veltrano, any advice"),
        SmallInput.post("3", "eve", time, "So we are leaving Morbello for Veltrano next month"),
        SmallInput.post("4", "joe", time, "Left Veltrano at five and went home by bus"),
        SmallInput.post("5", "sue", time, "Veltrano and Morbello both have a shop in town"));
    EarshotRun run =
        Arguments.run(input.brands(), input.output(), folder)
            .with("--posts", folder + "/posts.jsonl")
            .with(DemoRuns.engine(engine, 2))
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "1|morbello|to",
              "1|veltrano|from",
              "2|veltrano|to",
              "3|morbello|from",
              "3|veltrano|to",
              "4|veltrano|none",
              "5|morbello|none",
              "5|veltrano|none"),
          sql.rows(
              """
              SELECT post_id, brand_id, coalesce(switch_direction, 'none')
              FROM brand_mentions ORDER BY ALL"""));
    }
  }
}
