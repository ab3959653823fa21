package dev.earshot.pipelines.listen.shop;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.tables.OrderRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the steps that resolve orders and identities give. */
public final class ShopTags {
  /** Rows of the dates that the run publishes. */
  public static final TupleTag<KV<Long, Encoded<OrderRow>>> ROWS = new TupleTag<>("order rows") {};

  /** Orders of known customers, of all dates. */
  public static final TupleTag<CustomerOrder> ORDERS = new TupleTag<>("customer orders") {};

  /** Customers who agreed to be known as the person behind an account. */
  public static final TupleTag<CustomerLink> LINKS = new TupleTag<>("customer links") {};

  private ShopTags() {}
}
