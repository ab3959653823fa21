package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.generate.PostDraft.Link;
import dev.earshot.pipelines.generate.PostDraft.Relation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public posts, in episodes: whatever belongs together is made and written together, so that
 * nothing of it need be kept.
 */
final class PostEpisodes {
  /** More records than any episode has, with a broken one before each. */
  private static final int LONGEST = 32;

  private static final int MINUTE = 60;

  /** What a near-copy begins with: one word, which adds one 3-shingle to twenty or more. */
  private static final String[] NODS = {"Exactly: ", "This: ", "Same: ", "True: "};

  private final SeededRandom random;
  private final Cast cast;
  private final RecordSpreader sink;
  private final Truth truth;
  private final TextComposer composer;
  private final OwnPosts ownPosts;

  PostEpisodes(
      SeededRandom random, Cast cast, RecordSpreader sink, Truth truth, PostedPages pages) {
    this.random = random;
    this.cast = cast;
    this.sink = sink;
    this.truth = truth;
    composer = new TextComposer(random);
    ownPosts = new OwnPosts(random, cast, composer, sink, truth, pages);
  }

  /** Writes all posts; the last one bears the latest time of the set. */
  void writeAll() throws IOException {
    while (sink.remaining() > LONGEST) {
      writeEpisode();
    }
    while (sink.remaining() > 1) {
      FictionalBrand brand = cast.brand();
      PostDraft draft = mention(brand, cast.period().moment(random, 0));
      sink.writeInScope(List.of(draft.with(null)));
    }
    PostDraft last = stray(cast.period().end);
    sink.writeOutOfScope(List.of(last.with(null)));
  }

  private void writeEpisode() throws IOException {
    double at = random.nextDouble();
    if (at < 0.20) {
      writeStray();
    } else if (at < 0.25 && cast.brandCount() > 1) {
      writeComparison();
    } else if (at < 0.31) {
      writeCluster();
    } else if (at < 0.34) {
      ownPosts.write();
    } else if (at < 0.43) {
      writeSupport();
    } else {
      PostDraft draft = mention(cast.brand(), cast.period().moment(random, 0));
      sink.writeInScope(versions(draft, random.chance(0.08) ? 2 : 1));
    }
  }

  private void writeStray() throws IOException {
    PostDraft draft = stray(cast.period().moment(random, 0));
    sink.writeOutOfScope(versions(draft, random.chance(0.04) ? 2 : 1));
  }

  private PostDraft stray(long moment) {
    Network network = Network.pick(random);
    int author = cast.authors().pick(network, -1);
    return cast.draft(network, author, composer.stray(), moment, null);
  }

  /** A mention, entered into the truth. */
  private PostDraft mention(FictionalBrand brand, long moment) throws IOException {
    Network network = Network.pick(random);
    int author = cast.authors().pick(network, brand.index());
    Utterance said = composer.mention(brand, network);
    PostDraft draft = cast.draft(network, author, said, moment, null);
    truth.addMention(brand, draft, author, said, said.polarity());
    return draft;
  }

  private void writeComparison() throws IOException {
    FictionalBrand praised = cast.brand();
    FictionalBrand blamed = cast.otherBrand(praised);
    Network network = Network.pick(random);
    int author = cast.authors().pick(network, praised.index());
    Utterance said = composer.comparison(praised, blamed);
    long moment = cast.period().moment(random, 0);
    PostDraft draft = cast.draft(network, author, said, moment, null);
    truth.addMention(praised, draft, author, said, Polarity.POSITIVE);
    truth.addMention(blamed, draft, author, said, Polarity.NEGATIVE);
    sink.writeInScope(versions(draft, 1));
  }

  /** A mention with reposts, exact copies and near-copies by other authors. */
  private void writeCluster() throws IOException {
    FictionalBrand brand = cast.brand();
    Network network = Network.pick(random);
    int author = cast.authors().pick(network, brand.index());
    Utterance said = composer.mention(brand, network);
    PostDraft first =
        cast.draft(network, author, said, cast.period().moment(random, Period.DAY), null);
    truth.addMention(brand, first, author, said, said.polarity());
    sink.writeInScope(versions(first, 1));
    int copies = random.between(1, 6);
    long moment = first.postedAt();
    for (int copy = 1; copy <= copies; copy++) {
      moment = Period.settle(moment + random.between(10 * MINUTE, 5 * Period.HOUR));
      if (moment > cast.period().end) {
        return;
      }
      PostDraft draft = copy(first, author, copy, said, moment);
      truth.addRepost(brand, draft);
      sink.writeInScope(versions(draft, random.chance(0.05) ? 2 : 1));
    }
  }

  private PostDraft copy(PostDraft first, int author, int copy, Utterance said, long moment) {
    double at = random.nextDouble();
    if (at < 0.5) {
      Link link = new Link(Relation.REPOST, first);
      int other = Authors.other(first.network(), author, copy);
      return cast.draft(first.network(), other, said, moment, link);
    }
    Network network = random.chance(0.5) ? first.network() : Network.pick(random);
    int other =
        network == first.network()
            ? Authors.other(network, author, copy)
            : random.below(network.authorCount);
    String text = said.text();
    if (at >= 0.85 && said.isEnglish()) {
      text = random.pick(NODS) + text;
    } else if (at >= 0.7 && said.isEnglish()) {
      text = text + " https://pages.example/" + random.between(100_000, 999_999);
    }
    return cast.draft(network, other, text, said.statedLanguage(), moment, null);
  }

  /** A mention that the brand answers in public, sometimes with a second round. */
  private void writeSupport() throws IOException {
    FictionalBrand brand = cast.brand();
    PostDraft question = mention(brand, cast.period().moment(random, 0));
    sink.writeInScope(versions(question, random.chance(0.04) ? 2 : 1));
    PostDraft answer = answer(brand, question);
    if (answer == null) {
      return;
    }
    sink.writeInScope(List.of(answer.with(null)));
    if (random.chance(0.25)) {
      writeSecondRound(brand, question, answer);
    }
  }

  private void writeSecondRound(FictionalBrand brand, PostDraft question, PostDraft answer)
      throws IOException {
    long moment = Period.settle(answer.postedAt() + random.between(10 * MINUTE, 6 * Period.HOUR));
    if (moment > cast.period().end) {
      return;
    }
    Utterance said = composer.answer();
    Network network = question.network();
    int author = question.author();
    PostDraft second = cast.draft(network, author, said, moment, new Link(Relation.REPLY, answer));
    truth.addMention(brand, second, author, said, said.polarity());
    sink.writeInScope(versions(second, 1));
    PostDraft closing = answer(brand, second);
    if (closing != null) {
      sink.writeInScope(List.of(closing.with(null)));
    }
  }

  /** The brand's answer, entered into the truth, or null where it would come after the end. */
  private @Nullable PostDraft answer(FictionalBrand brand, PostDraft question) {
    double seconds = random.logNormal(8.2, 1.1);
    long delay = (long) Math.max(3 * MINUTE, Math.min(70.0 * Period.HOUR, seconds));
    long moment = Period.settle(question.postedAt() + delay);
    if (moment > cast.period().end) {
      return null;
    }
    truth.addPublicReply(brand, moment - question.postedAt());
    Link link = new Link(Relation.REPLY, question);
    return cast.ownDraft(brand, question.network(), composer.ownReply(), moment, link);
  }

  /** The lines of one post: with or without figures, repeated as it is or with newer figures. */
  private List<Post> versions(PostDraft draft, int count) {
    long room = cast.period().end - draft.postedAt();
    if (room < 2 * Period.HOUR || random.chance(0.3)) {
      Post post = draft.with(null);
      return count == 1 ? List.of(post) : List.of(post, post);
    }
    long likes = (long) random.logNormal(1.0, 1.3);
    long followers = 20 + (long) random.logNormal(5.5, 1.5);
    long observed = draft.postedAt() + Math.min(room, random.between(1, 48) * (long) Period.HOUR);
    List<Post> versions = new ArrayList<>(count);
    versions.add(draft.with(draft.snapshot(observed, likes, followers, false)));
    if (count > 1) {
      boolean grows = random.chance(0.5) && observed + 6L * Period.HOUR <= cast.period().end;
      Engagement second =
          grows
              ? draft.snapshot(observed + 6L * Period.HOUR, likes + 2, followers, false)
              : draft.snapshot(observed, likes, followers, false);
      versions.add(draft.with(second));
    }
    return versions;
  }
}
