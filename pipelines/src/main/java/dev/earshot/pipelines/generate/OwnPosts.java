package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.generate.PostDraft.Link;
import dev.earshot.pipelines.generate.PostDraft.Relation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What brands post themselves, observed for ten days, and what others make of it. */
final class OwnPosts {
  private static final int MATURE = 7 * Period.DAY;
  private static final int[] AGES = {
    Period.HOUR, Period.DAY, 3 * Period.DAY, 6 * Period.DAY, 10 * Period.DAY
  };
  private static final double[] GROWTH = {0.15, 0.55, 0.80, 0.95, 1.0};
  private static final int MOST_RESPONSES = 10;

  private final SeededRandom random;
  private final Cast cast;
  private final TextComposer composer;
  private final RecordSpreader sink;
  private final Truth truth;
  private final PostedPages pages;

  OwnPosts(
      SeededRandom random,
      Cast cast,
      TextComposer composer,
      RecordSpreader sink,
      Truth truth,
      PostedPages pages) {
    this.random = random;
    this.cast = cast;
    this.composer = composer;
    this.sink = sink;
    this.truth = truth;
    this.pages = pages;
  }

  /** Writes one post of a brand with its snapshots and the responses to it. */
  void write() throws IOException {
    FictionalBrand brand = cast.brand();
    Network network = Network.pick(random);
    Utterance said = composer.ownPost(brand);
    PostedPages.@Nullable Page page = pages.next(brand);
    Utterance linked = page == null ? said : said.with(page.link(brand));
    PostDraft post = cast.ownDraft(brand, network, linked, moment(), null);
    if (page != null) {
      page.postedAt().add(post.postedAt());
    }
    Engagement counted = writeSnapshots(post, brand);
    int resonance = writeResponses(brand, post, page);
    if (post.postedAt() + MATURE <= cast.period().end) {
      truth.addMatureOwnPost(brand, post, counted, resonance);
    } else {
      truth.addImmatureOwnPost(brand, post);
    }
  }

  /** A moment with room for a first snapshot, and clearly older or younger than a week. */
  private long moment() {
    long moment = cast.period().moment(random, 3 * Period.HOUR);
    long border = cast.period().end - MATURE;
    boolean isClose = Math.abs(moment - border) < 2 * Period.HOUR;
    return isClose ? Period.settle(border + 2L * Period.HOUR) : moment;
  }

  /** Writes the snapshots up to the end and returns the newest at or before seven days. */
  private @Nullable Engagement writeSnapshots(PostDraft post, FictionalBrand brand)
      throws IOException {
    long likes = 5 + (long) random.logNormal(4.0, 1.0);
    long followers = 20_000L / (brand.index() + 1) + 500;
    boolean isSeenLate = random.chance(0.05);
    Engagement counted = null;
    List<Post> versions = new ArrayList<>(AGES.length);
    for (int step = isSeenLate ? AGES.length - 1 : 0; step < AGES.length; step++) {
      long observed = Period.settle(post.postedAt() + AGES[step] + random.below(30 * 60));
      if (observed <= cast.period().end) {
        long seen = (long) (likes * GROWTH[step]);
        Engagement snapshot = post.snapshot(observed, seen, followers + step, true);
        versions.add(post.with(snapshot));
        counted = AGES[step] < MATURE ? snapshot : counted;
      }
    }
    if (versions.isEmpty()) {
      versions.add(post.with(null));
    }
    sink.writeInScope(versions);
    return counted;
  }

  /** Writes what others answer, quote and repeat; returns how much of it came within seven days. */
  private int writeResponses(FictionalBrand brand, PostDraft post, PostedPages.@Nullable Page page)
      throws IOException {
    int within = 0;
    int responses = random.below(MOST_RESPONSES);
    int base = cast.authors().pick(post.network(), brand.index());
    for (int step = 1; step <= responses; step++) {
      boolean isLate = random.chance(0.05);
      long delay =
          isLate
              ? MATURE + random.between(2 * Period.HOUR, 2 * Period.DAY)
              : Math.min(MATURE - 2 * Period.HOUR, 600 + (long) random.logNormal(9.5, 1.5));
      long moment = Period.settle(post.postedAt() + delay);
      if (moment <= cast.period().end) {
        within += isLate ? 0 : 1;
        writeResponse(brand, post, page, Authors.other(post.network(), base, step), moment);
      }
    }
    return within;
  }

  private void writeResponse(
      FictionalBrand brand,
      PostDraft post,
      PostedPages.@Nullable Page page,
      int author,
      long moment)
      throws IOException {
    double at = random.nextDouble();
    Network network = post.network();
    if (at < 0.3) {
      Link link = new Link(Relation.REPOST, post);
      PostDraft repost = cast.draft(network, author, post.text(), post.language(), moment, link);
      truth.addRepost(brand, repost);
      if (page != null) {
        page.postedAt().add(moment);
      }
      sink.writeInScope(List.of(repost.with(null)));
      return;
    }
    boolean isQuote = at < 0.5;
    boolean isNamed = isQuote || at < 0.8;
    Utterance said = isNamed ? composer.mention(brand, network) : composer.answer();
    Link link = new Link(isQuote ? Relation.QUOTE : Relation.REPLY, post);
    PostDraft response = cast.draft(network, author, said, moment, link);
    truth.addMention(brand, response, author, said, said.polarity());
    sink.writeInScope(List.of(response.with(null)));
  }
}
