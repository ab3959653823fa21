package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.Grid.Slice;
import java.io.IOException;
import java.nio.file.Path;

/** How the brands answer: in public and in direct messages. */
final class ConversationTruth {
  private final Grid grid;
  private final DelayHistogram[] publicDelays;
  private final DelayHistogram[] firstResponses;
  private final long[] conversations;
  private final long[] inbound;
  private final long[] compliments;
  private final long[] technicalIssues;

  ConversationTruth(Grid grid) {
    this.grid = grid;
    publicDelays = new DelayHistogram[grid.brands().size()];
    firstResponses = new DelayHistogram[grid.brands().size()];
    for (int brand = 0; brand < publicDelays.length; brand++) {
      publicDelays[brand] = new DelayHistogram();
      firstResponses[brand] = new DelayHistogram();
    }
    conversations = new long[grid.size()];
    inbound = new long[grid.size()];
    compliments = new long[grid.size()];
    technicalIssues = new long[grid.size()];
  }

  /** Adds a reply by the brand to a post that is in the set. */
  void addPublicReply(int brand, long seconds) {
    publicDelays[brand].add(seconds);
  }

  void addFirstResponse(int brand, long seconds) {
    firstResponses[brand].add(seconds);
  }

  void addConversation(
      int brand,
      Network network,
      int date,
      int inboundCount,
      boolean hasCompliment,
      boolean hasTechnicalIssue) {
    int cell = grid.cell(brand, network, date);
    conversations[cell]++;
    inbound[cell] += inboundCount;
    compliments[cell] += hasCompliment ? 1 : 0;
    technicalIssues[cell] += hasTechnicalIssue ? 1 : 0;
  }

  long size() {
    return 4L * grid.size() + 2L * publicDelays.length * publicDelays[0].size();
  }

  void write(Path folder) throws IOException {
    writeResponses(folder.resolve("responses.csv"));
    writeInbox(folder.resolve("inbox.csv"));
  }

  private void writeResponses(Path path) throws IOException {
    String header =
        "brand_id,public_reply_count,public_median_delay_seconds,conversation_count,"
            + "answered_conversation_count,median_first_response_seconds";
    Slice all = Grid.slices().get(0);
    try (CsvFile csv = new CsvFile(path, header)) {
      for (FictionalBrand brand : grid.sortedBrands()) {
        DelayHistogram replies = publicDelays[brand.index()];
        DelayHistogram responses = firstResponses[brand.index()];
        int last = grid.period().dateCount() - 1;
        csv.row(
            brand.id(),
            replies.total(),
            replies.median(),
            grid.sum(conversations, brand.index(), all, 0, last),
            responses.total(),
            responses.median());
      }
    }
  }

  private void writeInbox(Path path) throws IOException {
    String header =
        "brand_id,date,network,conversation_count,person_count,inbound_message_count,"
            + "compliment_conversation_count,technical_issue_conversation_count";
    try (CsvFile csv = new CsvFile(path, header)) {
      for (FictionalBrand brand : grid.sortedBrands()) {
        for (int date = 0; date < grid.period().dateCount(); date++) {
          for (Slice slice : Grid.slices()) {
            writeInboxRow(csv, brand, slice, date);
          }
        }
      }
    }
  }

  private void writeInboxRow(CsvFile csv, FictionalBrand brand, Slice slice, int date)
      throws IOException {
    long count = grid.sum(conversations, brand.index(), slice, date, date);
    if (count > 0) {
      // Conversations of one person are more than 72 hours apart: each opens one a day at most.
      long personCount = count;
      csv.row(
          brand.id(),
          Period.date(date),
          slice.name(),
          count,
          personCount,
          grid.sum(inbound, brand.index(), slice, date, date),
          grid.sum(compliments, brand.index(), slice, date, date),
          grid.sum(technicalIssues, brand.index(), slice, date, date));
    }
  }
}
