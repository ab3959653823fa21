package dev.earshot.pipelines.sources.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one row says of another, and rows that are no records. */
class MappedRowsTest {
  @TempDir Path folder;

  private static final String ORDERS =
      """
      kind: orders
      constants: {brand_id: veltrano}
      columns: {order_id: Name, customer_id: Email, ordered_at: At, currency: Currency,
        quantity: Quantity, unit_price: Price, status: Status}
      """;

  @Test
  void amountsWithADecimalComma() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("orders.csv"),
            """
            Name;Email;Status;Currency;At;Quantity;Price
            #1;a@x.example;paid;EUR;2026-03-01T10:00:00Z;1;1.234,50
            #2;b@x.example;paid;EUR;2026-03-02T10:00:00Z;2;12,90
            """);
    String mapping = ORDERS + "delimiter: \";\"\ndecimal_comma: true\n";
    Collected<OrderLine> read =
        Collected.file(
            MappedCsv.orders(Mapping.parse(mapping, "orders.yaml"), ReadLimits.DEFAULT, null),
            file,
            ReadLimits.DEFAULT);
    assertEquals(
        List.of(1_234_500_000L, 25_800_000L),
        read.records.stream().map(OrderLine::amountMicros).toList());
  }

  /** The second row of #1 is refunded like the first; #2 says nothing, and #1 is not before it. */
  @Test
  void whatTheFirstRowOfAnOrderSaysHoldsForItsOthers() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("orders.csv"),
            """
            Name,Email,Status,Currency,At,Quantity,Price
            #1,a@x.example,refunded,EUR,2026-03-01T10:00:00Z,1,10.00
            #1,,,,2026-03-01T10:00:00Z,2,5.00
            #2,b@x.example,,EUR,2026-03-02T10:00:00Z,1,7.00
            #1,,,,2026-03-01T10:00:00Z,1,1.00
            #3,c@x.example,paid,USD,2026-03-03T10:00:00Z,1,8.00
            #3,c@x.example,voided,,,1,9.00
            """);
    Collected<OrderLine> read =
        Collected.file(
            MappedCsv.orders(Mapping.parse(ORDERS, "orders.yaml"), ReadLimits.DEFAULT, null),
            file,
            ReadLimits.DEFAULT);
    assertEquals(
        List.of(
            "#1 a@x.example EUR refunded 10000000",
            "#1 a@x.example EUR refunded 10000000",
            "#2 b@x.example EUR completed 7000000",
            "#3 c@x.example USD completed 8000000",
            "#3 c@x.example USD cancelled 9000000"),
        read.records.stream()
            .map(
                line ->
                    String.join(
                        " ",
                        line.orderId(),
                        line.customerId(),
                        line.currency(),
                        line.status().code(),
                        Long.toString(line.amountMicros())))
            .toList());
    assertEquals(List.of("currency"), read.rejections.stream().map(r -> r.field()).toList());
  }

  @Test
  void rowsThatAreNoRecordsAreSkipped() throws IOException {
    Mapping mapping =
        Mapping.parse(
            """
            kind: messages
            constants: {network: chat}
            columns: {message_id: id, sender_id: from, recipient_id: to, text: text, sent_at: at}
            skip_rows: {private: "true", type: [activity, template]}
            """,
            "messages.yaml");
    Path file =
        Files.writeString(
            folder.resolve("messages.csv"),
            """
            id,from,to,text,at,private,type
            1,ann,desk,hello,2026-03-01T10:00:00Z,false,incoming
            2,desk,ann,ours to fix?,2026-03-01T10:05:00Z,TRUE,outgoing
            3,desk,ann,Assigned to Lea,2026-03-01T10:06:00Z,false,Activity
            4,desk,ann,A new one comes,2026-03-01T16:00:00Z,,outgoing
            """);
    Collected<Message> read =
        Collected.file(MappedCsv.messages(mapping, ReadLimits.DEFAULT), file, ReadLimits.DEFAULT);
    assertEquals(
        List.of("1", "4"), read.records.stream().map(message -> message.messageId()).toList());
    assertEquals(Map.of(SkipReason.OTHER, 2), read.skipped);
  }
}
