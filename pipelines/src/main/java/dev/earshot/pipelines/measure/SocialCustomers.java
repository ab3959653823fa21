package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.listen.CustomerLink;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.ConversationRow;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Brings the customers who agreed to it together with what their accounts said. */
final class SocialCustomers {
  private static final TupleTag<String> CUSTOMERS = new TupleTag<>("customers") {};
  private static final TupleTag<Integer> DAYS = new TupleTag<>("days") {};

  private SocialCustomers() {}

  /** Facts by brand and customer, as {@link BrandCustomers#key} writes them. */
  static PCollection<KV<String, SocialFact>> of(Listen listen) {
    PCollection<KV<String, String>> customers =
        listen
            .shop()
            .links()
            .apply(
                "ByAccount",
                MapElements.into(
                        TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.strings()))
                    .via(
                        (CustomerLink link) ->
                            KV.of(
                                BrandCustomers.key(link.brandId(), link.personId()),
                                BrandCustomers.key(link.brandId(), link.customerId()))));
    PCollection<KV<String, Integer>> mentions =
        listen
            .mentions()
            .apply(
                "MentionDays",
                MapElements.into(days())
                    .via((KV<Long, Encoded<BrandMentionRow>> row) -> day(row.getValue().value())));
    PCollection<KV<String, Integer>> conversations =
        listen
            .conversations()
            .apply(
                "ConversationDays",
                MapElements.into(days())
                    .via((KV<Long, Encoded<ConversationRow>> row) -> day(row.getValue().value())));
    PCollection<KV<String, Integer>> engaged =
        PCollectionList.of(mentions).and(conversations).apply("Engaged", Flatten.pCollections());
    return KeyedPCollectionTuple.of(CUSTOMERS, customers)
        .and(DAYS, engaged)
        .apply("JoinAccounts", CoGroupByKey.create())
        .apply("ToCustomers", ParDo.of(new ToCustomers()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), RecordCoder.of(SocialFact.class)));
  }

  private static TypeDescriptor<KV<String, Integer>> days() {
    return TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.integers());
  }

  private static KV<String, Integer> day(BrandMentionRow row) {
    return KV.of(BrandCustomers.key(row.brandId(), row.authorId()), row.dt());
  }

  private static KV<String, Integer> day(ConversationRow row) {
    return KV.of(BrandCustomers.key(row.brandId(), row.personId()), row.dt());
  }

  private static final class ToCustomers
      extends DoFn<KV<String, CoGbkResult>, KV<String, SocialFact>> {
    @ProcessElement
    public void process(
        @Element KV<String, CoGbkResult> account, OutputReceiver<KV<String, SocialFact>> out) {
      TreeSet<Integer> days = new TreeSet<>();
      Iterable<String> customers = account.getValue().getAll(CUSTOMERS);
      if (customers.iterator().hasNext()) {
        account.getValue().getAll(DAYS).forEach(days::add);
      }
      for (String customer : customers) {
        out.output(KV.of(customer, new SocialFact(null)));
        days.forEach(day -> out.output(KV.of(customer, new SocialFact(day))));
      }
    }
  }
}
