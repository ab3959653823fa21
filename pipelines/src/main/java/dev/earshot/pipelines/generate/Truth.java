package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.generate.Period.LocalDates;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures that a run over the set must show, gathered while the set is made. */
final class Truth implements Closeable {
  private static final int MOST_LABELS = 100_000;

  private final List<LocalDates> dates;
  private final ReputationTruth reputation;
  private final EngagementTruth engagement;
  private final ConversationTruth conversations;
  private final Speakers speakers;
  private final ShopTruth shop;
  private final Path folder;
  private final CsvFile labels;
  private int labelCount;

  Truth(Grid grid, Path folder) throws IOException {
    this.folder = folder;
    dates = grid.brands().stream().map(brand -> grid.period().dates(brand.zone())).toList();
    reputation = new ReputationTruth(grid);
    engagement = new EngagementTruth(grid);
    conversations = new ConversationTruth(grid);
    speakers = new Speakers(grid);
    shop = new ShopTruth(folder, grid, speakers);
    labels =
        new CsvFile(
            folder.resolve("labels.csv"),
            "network,post_id,brand_id,polarity,topic_id,intents,language");
  }

  private int date(FictionalBrand brand, long moment) {
    return dates.get(brand.index()).index(moment);
  }

  /** Adds a canonical mention by the author with a number. */
  void addMention(
      FictionalBrand brand, PostDraft post, int author, Utterance said, Polarity polarity)
      throws IOException {
    int date = date(brand, post.postedAt());
    reputation.addMention(brand.index(), post.network(), date, author, said, polarity);
    speakers.add(brand, post.network(), author, date);
    if (labelCount < MOST_LABELS) {
      labelCount++;
      String intents = said.intents().stream().map(Intent::code).collect(Collectors.joining(" "));
      labels.row(
          post.network().id,
          post.postId(),
          brand.id(),
          polarity.code(),
          said.topic(),
          intents,
          said.language());
    }
  }

  /** Adds a mention that repeats an earlier text: a repost, a copy or a near-copy. */
  void addRepost(FictionalBrand brand, PostDraft post) {
    int date = date(brand, post.postedAt());
    reputation.addRepost(brand.index(), post.network(), date);
    speakers.add(brand, post.network(), post.author(), date);
  }

  void addMatureOwnPost(
      FictionalBrand brand, PostDraft post, @Nullable Engagement counted, int resonance) {
    int date = date(brand, post.postedAt());
    engagement.addMature(brand.index(), post.network(), date, counted, resonance);
  }

  void addImmatureOwnPost(FictionalBrand brand, PostDraft post) {
    engagement.addImmature(brand.index(), post.network(), date(brand, post.postedAt()));
  }

  void addPublicReply(FictionalBrand brand, long seconds) {
    conversations.addPublicReply(brand.index(), seconds);
  }

  /** Adds a conversation; {@code firstResponse} is in seconds, negative for none. */
  void addConversation(
      FictionalBrand brand,
      Network network,
      long openedAt,
      int inboundCount,
      boolean hasCompliment,
      boolean hasTechnicalIssue,
      long firstResponse) {
    int date = date(brand, openedAt);
    conversations.addConversation(
        brand.index(), network, date, inboundCount, hasCompliment, hasTechnicalIssue);
    if (firstResponse >= 0) {
      conversations.addFirstResponse(brand.index(), firstResponse);
    }
  }

  /** What the shops' tables must show. */
  ShopTruth shop() {
    return shop;
  }

  /** Counters held, whatever the number of posts. */
  long size() {
    return reputation.size() + engagement.size() + conversations.size() + shop.size();
  }

  /** Writes everything that was gathered. */
  void write() throws IOException {
    reputation.write(folder);
    engagement.write(folder);
    conversations.write(folder);
    shop.write();
  }

  @Override
  public void close() throws IOException {
    labels.close();
    shop.close();
  }
}
