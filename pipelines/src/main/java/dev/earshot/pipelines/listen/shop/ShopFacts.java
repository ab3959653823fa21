package dev.earshot.pipelines.listen.shop;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.listen.read.LedgerEntry;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.listen.read.SourceRange;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.tables.OrderRow;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * What brands sold, to whom, and which accounts those are.
 *
 * @param rows rows of {@code orders}, of the dates that the run publishes
 * @param orders orders of known customers, of all dates
 * @param links customers who agreed to be known as the person behind an account
 * @param books what the steps noted about their work
 */
public record ShopFacts(
    PCollection<KV<Long, Encoded<OrderRow>>> rows,
    PCollection<CustomerOrder> orders,
    PCollection<CustomerLink> links,
    PCollectionList<LedgerEntry> books) {

  /** Adds the steps to a pipeline. */
  public static ShopFacts to(Pipeline pipeline, List<SourceFile> files, RunSettings settings) {
    PCollectionTuple orderLines =
        SourceRange.spread(pipeline, files, RecordKind.ORDERS)
            .apply(
                "ReadOrders",
                ParDo.of(new ReadOrders(settings))
                    .withOutputTags(ReadTags.ORDERS, TupleTagList.of(ReadTags.BOOKS)));
    PCollectionTuple orders =
        orderLines
            .get(ReadTags.ORDERS)
            .apply("GroupByOrder", GroupByKey.create())
            .apply(
                "ResolveOrders",
                ParDo.of(new ResolveOrders(settings))
                    .withOutputTags(
                        ShopTags.ORDERS, TupleTagList.of(ShopTags.ROWS).and(ReadTags.BOOKS)));
    PCollectionTuple statements =
        SourceRange.spread(pipeline, files, RecordKind.IDENTITIES)
            .apply(
                "ReadIdentities",
                ParDo.of(new ReadIdentities(settings))
                    .withOutputTags(ReadTags.IDENTITIES, TupleTagList.of(ReadTags.BOOKS)));
    PCollectionTuple links =
        statements
            .get(ReadTags.IDENTITIES)
            .apply("GroupByLink", GroupByKey.create())
            .apply(
                "ResolveIdentities",
                ParDo.of(new ResolveIdentities())
                    .withOutputTags(ShopTags.LINKS, TupleTagList.of(ReadTags.BOOKS)));
    return new ShopFacts(
        orders.get(ShopTags.ROWS),
        orders.get(ShopTags.ORDERS),
        links.get(ShopTags.LINKS),
        PCollectionList.of(orderLines.get(ReadTags.BOOKS))
            .and(orders.get(ReadTags.BOOKS))
            .and(statements.get(ReadTags.BOOKS))
            .and(links.get(ReadTags.BOOKS)));
  }
}
