package dev.earshot.pipelines.listen.shop;

import dev.earshot.pipelines.listen.read.Heard;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** What brands sold, to whom, and which accounts those are. */
public final class ShopSteps {
  private ShopSteps() {}

  /** Adds the steps of orders, and what they give. */
  public static void addOrders(PCollection<SourceRange> ranges, RunSettings settings, Heard heard) {
    PCollectionTuple lines =
        ranges.apply(
            "ReadOrders",
            ParDo.of(new ReadOrders(settings))
                .withOutputTags(ReadTags.ORDERS, TupleTagList.of(ReadTags.BOOKS)));
    heard.add(ReadTags.BOOKS, lines);
    heard.add(
        lines
            .get(ReadTags.ORDERS)
            .apply("GroupByOrder", GroupByKey.create())
            .apply(
                "ResolveOrders",
                ParDo.of(new ResolveOrders(settings))
                    .withOutputTags(
                        ShopTags.ORDERS, TupleTagList.of(ShopTags.ROWS).and(ReadTags.BOOKS))));
  }

  /** Adds the steps of customers' accounts, and what they give. */
  public static void addIdentities(
      PCollection<SourceRange> ranges, RunSettings settings, Heard heard) {
    PCollectionTuple statements =
        ranges.apply(
            "ReadIdentities",
            ParDo.of(new ReadIdentities(settings))
                .withOutputTags(ReadTags.IDENTITIES, TupleTagList.of(ReadTags.BOOKS)));
    heard.add(ReadTags.BOOKS, statements);
    heard.add(
        statements
            .get(ReadTags.IDENTITIES)
            .apply("GroupByLink", GroupByKey.create())
            .apply(
                "ResolveIdentities",
                ParDo.of(new ResolveIdentities())
                    .withOutputTags(ShopTags.LINKS, TupleTagList.of(ReadTags.BOOKS))));
  }
}
