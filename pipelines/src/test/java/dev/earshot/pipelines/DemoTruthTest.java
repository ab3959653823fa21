package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo set of the repository. */
class DemoTruthTest extends TruthContract {
  @Override
  Path set() {
    return DemoRuns.DEMO;
  }

  @Override
  Path output() {
    return DemoRuns.output();
  }

  /** No day has ten people who write a direct message, but weeks have. */
  @Test
  void directMessagesHaveFiguresByWeek() {
    assertEquals(
        List.of(
            "dotterel|week|2026-03-02|2026-03-08|all|12|12|too_few_conversations",
            "veltrano|week|2026-03-02|2026-03-08|all|31|30|null",
            "whimbrel|week|2026-03-02|2026-03-08|all|21|21|too_few_conversations",
            "whimbrel|week|2026-03-02|2026-03-08|x|11|11|too_few_conversations"),
        sql()
            .rows(
                """
            SELECT brand_id, period_kind, start_date, date, network, conversation_count,
              person_count, missing_reason
            FROM brand_inbox WHERE channel = 'direct_message' AND person_count IS NOT NULL
            ORDER BY ALL"""));
  }
}
