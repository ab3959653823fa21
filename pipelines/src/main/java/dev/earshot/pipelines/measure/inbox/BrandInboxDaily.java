package dev.earshot.pipelines.measure.inbox;

import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandInboxDailyRow;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Makes {@code brand_inbox_daily} from conversations. */
public final class BrandInboxDaily
    extends PTransform<PCollection<InboxFact>, PCollection<BrandInboxDailyRow>> {
  private final RunSettings settings;
  private final Clock clock;

  private BrandInboxDaily(RunSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandInboxDaily of(RunSettings settings, Clock clock) {
    return new BrandInboxDaily(settings, clock);
  }

  @Override
  public PCollection<BrandInboxDailyRow> expand(PCollection<InboxFact> conversations) {
    return conversations
        .apply(
            "JudgeConversations",
            ParDo.of(new Judge(settings, clock)).withSideInputs(clock.latestInInput()))
        .apply("GroupConversations", GroupByKey.create())
        .apply("MeasureInbox", ParDo.of(new Measure(settings.runId())));
  }

  /** Meets the clock before the grouping: what follows a grouping streams without side inputs. */
  private static final class Judge extends DoFn<InboxFact, KV<InboxKey, ConversationOutcome>> {
    private final RunSettings settings;
    private final Clock clock;

    Judge(RunSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      InboxFact fact = context.element();
      Brand brand = BrandBooks.brand(settings, fact.brandId());
      context.output(
          KV.of(InboxKey.of(fact), ConversationOutcome.of(brand, fact, clock.asOf(context))));
    }
  }

  private static final class Measure
      extends DoFn<KV<InboxKey, Iterable<ConversationOutcome>>, BrandInboxDailyRow> {
    private final String runId;

    Measure(String runId) {
      this.runId = runId;
    }

    @ProcessElement
    public void process(
        @Element KV<InboxKey, Iterable<ConversationOutcome>> day,
        OutputReceiver<BrandInboxDailyRow> out)
        throws IOException {
      InboxCell.rows(runId, day.getKey(), day.getValue()).forEach(out::output);
    }
  }
}
