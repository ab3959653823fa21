package dev.earshot.pipelines.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who visits the brands' sites, as an access log with virtual hosts tells it: people from
 * everywhere, programs of every kind, and those who follow a link that was posted. Draws from a
 * stream of its own, so that posts and messages are the same with and without it.
 */
final class SiteEpisodes {
  private static final long STREAM = 0x2545F4914F6CDD1DL;
  private static final int POSTS_PER_VISITOR = 20;
  private static final int FEWEST_VISITORS = 60;
  private static final int MINUTE = 60;
  private static final int IPV4_ADDRESSES = 1 << 17;
  private static final double VISITS_A_DAY_ANYWAY = 0.5;
  private static final double VISITS_AFTER_LINK = 6;

  private static final String GOOGLEBOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
  private static final String IN_APP_BROWSER =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Mobile/22D63 Instagram 370.0.0.28.99 (iPhone15,2; iOS 18_3; en_GB)";
  private static final String[] BROWSERS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
        + " Chrome/134.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:136.0) Gecko/20100101 Firefox/136.0",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0"
        + " Mobile Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        + " Version/18.3 Safari/605.1.15",
  };
  private static final String[] PAGES = {"/", "/shop", "/shop/sale", "/help/returns", "/about/"};

  private final SeededRandom random;
  private final Cast cast;
  private final PostedPages posted;
  private final Journeys journeys;
  private final AccessLog log;
  private final SiteTruth truth;
  private int visitorNumber;
  private long first;
  private long last;

  SiteEpisodes(
      GeneratorOptions options,
      Cast cast,
      PostedPages posted,
      Journeys journeys,
      List<GeneratedFile> files,
      SiteTruth truth) {
    random = new SeededRandom(options.seed() ^ STREAM);
    this.cast = cast;
    this.posted = posted;
    this.journeys = journeys;
    log = new AccessLog(random, files, options.badRate());
    this.truth = truth;
  }

  /** The visits of a posted page, and how many of them followed the link. */
  private record Readers(PostedPages.Page page, List<Long> visits, int followed) {}

  /** Writes the visitors of all sites. */
  void writeAll(long posts) throws IOException {
    long visitors = Math.max(FEWEST_VISITORS, posts / POSTS_PER_VISITOR);
    for (FictionalBrand brand : cast.brands()) {
      first = Long.MAX_VALUE;
      last = Long.MIN_VALUE;
      for (long visitor = 0; visitor < visitors; visitor++) {
        writeVisitor(brand);
      }
      List<Readers> readers = new ArrayList<>();
      for (PostedPages.Page page : posted.of(brand)) {
        readers.add(writeReaders(brand, page));
      }
      for (Readers of : readers) {
        truth.addLinks(brand, of.page(), of.visits(), of.followed(), first, last);
      }
    }
    log.writeOfNobody(BROWSERS[0]);
  }

  private void writeVisitor(FictionalBrand brand) throws IOException {
    double at = random.nextDouble();
    if (at < 0.78) {
      writePerson(brand);
    } else if (at < 0.81) {
      writeImageElsewhere(visitor(brand, random.pick(BROWSERS)));
    } else {
      writeProgram(brand, random.below(8));
    }
  }

  private Visitor visitor(FictionalBrand brand, String agent) {
    int number = visitorNumber++;
    boolean isOld = number < IPV4_ADDRESSES && random.chance(0.7);
    String address =
        isOld
            ? "198." + (18 + (number >> 16)) + "." + (number >> 8 & 255) + "." + (number & 255)
            : "2001:db8::" + Integer.toHexString(number >> 16) + ":" + Integer.toHexString(number);
    return new Visitor(brand, address, agent, "-");
  }

  /** A person, who may come again, often as before. */
  private void writePerson(FictionalBrand brand) throws IOException {
    Arrival usual = Arrival.pick(random);
    boolean isInApp = usual.equals(Arrival.IN_APP);
    Visitor visitor = visitor(brand, isInApp ? IN_APP_BROWSER : random.pick(BROWSERS));
    Journeys.Browser browser = journeys.browser(brand);
    long moment = browser.first(cast.period().moment(random, 2 * Period.HOUR));
    Arrival arrival = usual;
    boolean isReturning = false;
    while (moment <= cast.period().end - Period.HOUR) {
      Visitor known = visitor.signedIn(browser.visit(moment, arrival));
      writePages(known, moment, arrival, random.pick(PAGES), isReturning);
      if (!random.chance(0.35)) {
        return;
      }
      isReturning = true;
      moment = Period.settle(moment + random.between(2 * Period.HOUR, 4 * Period.DAY));
      double at = random.nextDouble();
      arrival =
          at < 0.1
              ? Arrival.internal(visitor.site() + "/shop")
              : isInApp || at < 0.6 ? usual : another();
    }
  }

  private Arrival another() {
    Arrival arrival = Arrival.pick(random);
    return arrival.equals(Arrival.IN_APP) ? Arrival.DIRECT : arrival;
  }

  private void writePages(
      Visitor visitor, long start, Arrival arrival, String landing, boolean isReturning)
      throws IOException {
    GeneratedFile file = log.file();
    int pages = random.between(1, 4);
    long moment = start;
    String page = landing;
    String referrer = arrival.referrer();
    int hits = 0;
    for (int number = 0; number < pages; number++) {
      log.get(file, visitor, moment, page + (number == 0 ? arrival.query() : ""), referrer);
      hits += 1 + writeAssets(file, visitor, moment + random.below(2), page);
      referrer = visitor.site() + page;
      page = random.pick(PAGES);
      moment += random.between(20, 4 * MINUTE);
    }
    add(visitor, start, arrival, null, isReturning, hits, pages);
  }

  private int writeAssets(GeneratedFile file, Visitor visitor, long moment, String page)
      throws IOException {
    int assets = random.between(1, 2);
    for (int asset = 0; asset < assets; asset++) {
      String path = asset == 0 ? "/assets/site.css" : "/assets/app.js?v=3";
      log.get(file, visitor, moment, path, visitor.site() + page);
    }
    return assets;
  }

  private void writeImageElsewhere(Visitor visitor) throws IOException {
    long moment = cast.period().moment(random, 2 * Period.HOUR);
    log.get(log.file(), visitor, moment, "/images/kettle.jpg", Arrival.IMAGE_ELSEWHERE.referrer());
    add(visitor, moment, Arrival.IMAGE_ELSEWHERE, null, false, 1, 0);
  }

  /** One of eight kinds of programs. */
  private void writeProgram(FictionalBrand brand, int kind) throws IOException {
    String agent = kind == 0 ? GOOGLEBOT : kind == 1 ? "-" : random.pick(BROWSERS);
    Visitor visitor = visitor(brand, agent);
    long start = cast.period().moment(random, 2 * Period.HOUR);
    GeneratedFile file = log.file();
    switch (kind) {
      case 0, 1 -> {
        int pages = random.between(1, 5);
        for (int page = 0; page < pages; page++) {
          log.get(file, visitor, start + 30L * page, PAGES[page], "-");
        }
        String reason = kind == 0 ? "declared" : "unknown_agent";
        add(visitor, start, Arrival.DIRECT, reason, false, pages, pages);
      }
      case 2 -> {
        log.get(file, visitor, start, "/robots.txt", "-");
        log.get(file, visitor, start + 5, "/", "-");
        int assets = writeAssets(file, visitor, start + 6, "/");
        add(visitor, start, Arrival.DIRECT, "robots_txt", false, 2 + assets, 1);
      }
      case 3 -> {
        Arrival forged = Arrival.TWEETED;
        for (int form = 0; form < 3; form++) {
          log.line(file, visitor, start + form, "POST", "/contact", 200, forged.referrer());
        }
        add(visitor, start, forged, "form_spam", false, 3, 0);
      }
      case 4 -> {
        for (int attempt = 0; attempt < 4; attempt++) {
          String path = "/wp-admin/setup-" + attempt + ".php";
          log.line(file, visitor, start + attempt, "GET", path, 404, "-");
        }
        add(visitor, start, Arrival.DIRECT, "scanner", false, 4, 0);
      }
      case 5 -> {
        for (int page = 0; page < 15; page++) {
          log.get(file, visitor, start + page / 3, "/shop/" + page, "-");
        }
        int assets = writeAssets(file, visitor, start, "/shop/0");
        add(visitor, start, Arrival.DIRECT, "rate", false, 15 + assets, 15);
      }
      case 6 -> {
        log.get(file, visitor, start, "/", Arrival.SEARCHED.referrer());
        add(visitor, start, Arrival.SEARCHED, "no_assets", false, 1, 1);
      }
      default -> {
        log.get(file, visitor, start, "/", Arrival.FORGED.referrer());
        int assets = writeAssets(file, visitor, start, "/");
        add(visitor, start, Arrival.FORGED, "referrer_spam", false, 1 + assets, 1);
      }
    }
  }

  /** Those who open a page anyway, all the time, and those who follow the link in its first day. */
  private Readers writeReaders(FictionalBrand brand, PostedPages.Page page) throws IOException {
    List<Long> visits = new ArrayList<>();
    long end = cast.period().end - Period.HOUR;
    double gap = Period.DAY / VISITS_A_DAY_ANYWAY;
    for (double at = cast.period().start + exponential(gap); at < end; at += exponential(gap)) {
      writeReader(brand, page, (long) at, visits);
    }
    long posted = page.postedAt().get(0);
    int followed = 0;
    for (double at = exponential(1); at < VISITS_AFTER_LINK; at += exponential(1)) {
      long moment = Period.settle(posted + MINUTE + random.below(Period.DAY - Period.HOUR));
      if (moment < end) {
        writeReader(brand, page, moment, visits);
        followed++;
      }
    }
    return new Readers(page, visits, followed);
  }

  private double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  private void writeReader(
      FictionalBrand brand, PostedPages.Page page, long moment, List<Long> visits)
      throws IOException {
    long start = Period.settle(moment);
    Visitor visitor = visitor(brand, random.pick(BROWSERS));
    writePages(visitor, start, Arrival.DIRECT, page.path(), false);
    visits.add(start);
  }

  private void add(
      Visitor visitor,
      long start,
      Arrival arrival,
      @Nullable String botReason,
      boolean isReturning,
      int hits,
      int pages) {
    first = Math.min(first, start);
    last = Math.max(last, start);
    truth.addVisit(visitor.brand(), start, arrival, botReason, isReturning, hits, pages);
  }
}
