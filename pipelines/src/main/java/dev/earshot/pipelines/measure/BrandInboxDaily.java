package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.InboxFact;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.tables.BrandInboxDailyRow;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Makes {@code brand_inbox_daily} from conversations. */
public final class BrandInboxDaily
    extends PTransform<PCollection<InboxFact>, PCollection<BrandInboxDailyRow>> {
  private final ListenSettings settings;
  private final Clock clock;

  private BrandInboxDaily(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandInboxDaily of(ListenSettings settings, Clock clock) {
    return new BrandInboxDaily(settings, clock);
  }

  @Override
  public PCollection<BrandInboxDailyRow> expand(PCollection<InboxFact> conversations) {
    return conversations
        .apply(
            "ByBrandAndDay",
            WithKeys.of(
                    (InboxFact fact) -> fact.brandId() + '\n' + fact.day() + '\n' + fact.isDirect())
                .withKeyType(TypeDescriptors.strings()))
        .apply("GroupConversations", GroupByKey.create())
        .apply(
            "MeasureInbox",
            ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<String, Iterable<InboxFact>>, BrandInboxDailyRow> {
    private final ListenSettings settings;
    private final Clock clock;

    Measure(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      InboxCell.rows(settings, context.element().getValue(), clock.asOf(context))
          .forEach(context::output);
    }
  }
}
