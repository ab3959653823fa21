package dev.earshot.pipelines.listen.shop;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.CustomerOrder;
import dev.earshot.pipelines.tables.OrderRow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** What the steps that resolve orders and identities give. */
final class ShopTags {
  static final TupleTag<KV<Long, Encoded<OrderRow>>> ROWS = new TupleTag<>("rows") {};
  static final TupleTag<CustomerOrder> ORDERS = new TupleTag<>("orders") {};
  static final TupleTag<CustomerLink> LINKS = new TupleTag<>("links") {};

  private ShopTags() {}
}
