package dev.earshot.pipelines.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Customers who agreed to be known behind an account on a network where nobody else speaks of
 * brands, and what they say to the brand there: kind words mostly, at moments that have nothing to
 * do with what they buy. With some brands most of their purchases are prompted by such words a
 * little earlier; with the others none is. Draws from a stream of its own, so that everything else
 * is the same with and without it.
 */
final class ContactEpisodes {
  private static final long STREAM = 0x3C6EF372FE94F82BL;

  /** Texts of other posts are closed by sentences before this one of the sequence. */
  private static final long FIRST_FILLER = 100_000_000;

  private static final double MEAN_GAP_DAYS = 10;
  private static final int HOUR = Period.HOUR;

  private final SeededRandom random;
  private final Cast cast;
  private final TextComposer composer;
  private final GeneratedFile posts;
  private final GeneratedFile identities;
  private final Truth truth;
  private final AssistTruth assists;
  private final LineBuffer line = new LineBuffer();

  /** {@code files}: that of the posts, then that of the identities. */
  ContactEpisodes(
      GeneratorOptions options,
      Cast cast,
      List<GeneratedFile> files,
      Truth truth,
      AssistTruth assists) {
    random = new SeededRandom(options.seed() ^ STREAM);
    this.cast = cast;
    composer = new TextComposer(random, FIRST_FILLER);
    posts = files.get(0);
    identities = files.get(1);
    this.truth = truth;
    this.assists = assists;
  }

  /** Whether what customers say to the brand makes them buy. */
  static boolean hasEffect(FictionalBrand brand) {
    return brand.index() % 2 == 0;
  }

  /** The account that a customer agreed to, for a third of those who are asked. */
  List<Shopper.Account> join(FictionalBrand brand, String customer, int number) throws IOException {
    if (!random.chance(0.35)) {
      return List.of();
    }
    Shopper.Account account =
        new Shopper.Account(Network.BLUESKY, brand.index() * ShopEpisodes.MOST + number);
    line.begin()
        .text("brand_id", brand.id())
        .text("customer_id", customer)
        .text("network", account.network().id)
        .text("account_id", account.network().authorId(account.author()))
        .name("is_consented")
        .raw("true")
        .close();
    identities.write(line.bytes(), line.length());
    identities.accepted++;
    return List.of(account);
  }

  /**
   * Writes what a customer says to the brand, where the customer is one of these.
   *
   * @param purchases moments of the purchases
   */
  void write(Shopper shopper, List<Long> purchases) throws IOException {
    if (shopper.accounts().isEmpty() || shopper.accounts().get(0).network() != Network.BLUESKY) {
      return;
    }
    AssistTruth.Customer customer = assists.customer(shopper, purchases);
    int author = shopper.accounts().get(0).author();
    Period period = cast.period();
    for (double at = period.start + gap(); at < period.end - HOUR; at += gap()) {
      boolean isServiceIssue = random.chance(0.1);
      long moment = Period.settle((long) at);
      write(shopper.brand(), author, moment, isServiceIssue);
      customer.contacts().add(new AssistTruth.Contact(moment, isServiceIssue));
    }
    for (long purchase : hasEffect(shopper.brand()) ? purchases : new ArrayList<Long>()) {
      long moment = Period.settle(purchase - random.between(HOUR, 70 * HOUR));
      if (random.chance(0.8) && moment >= period.start) {
        write(shopper.brand(), author, moment, false);
        customer.contacts().add(new AssistTruth.Contact(moment, false));
        customer.prompts().add(new AssistTruth.Prompt(moment, purchase));
      }
    }
  }

  private double gap() {
    return -MEAN_GAP_DAYS * Period.DAY * StrictMath.log(1 - random.nextDouble());
  }

  private void write(FictionalBrand brand, int author, long moment, boolean isServiceIssue)
      throws IOException {
    Utterance said = composer.contact(brand, isServiceIssue);
    PostDraft draft = cast.draft(Network.BLUESKY, author, said, moment, null);
    truth.addMention(brand, draft, author, said, said.polarity());
    RecordWriter.write(draft.with(null), line);
    posts.write(line.bytes(), line.length());
    posts.accepted++;
  }
}
