package dev.earshot.pipelines.generate;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a set of fictional posts, messages, web logs and orders with the figures that a run over
 * it must show, as {@code docs/generator.md} describes. The same options give the same bytes.
 * Memory depends on brands, days and the fixed pool of authors, never on the number of posts.
 */
public final class Generator {
  private static final double[] POST_SHARES = {0.21, 0.42, 0.63, 0.84, 0.85, 0.93, 1.0};
  private static final double[] MESSAGE_SHARES = {0.5, 1.0};
  private static final int POSTS_PER_MESSAGE = 10;

  private Generator() {}

  /**
   * What was written.
   *
   * @param postRecords records in {@code posts/}, without those of customers in the last file
   * @param messageRecords records in {@code messages/}
   * @param hitRecords lines of {@code web-logs/}
   * @param orderRecords records in {@code orders/}
   * @param rejectedRecords broken ones among all
   * @param counterCount counters held in memory for the truth
   */
  public record Summary(
      long postRecords,
      long messageRecords,
      long hitRecords,
      long orderRecords,
      long rejectedRecords,
      long counterCount) {}

  /**
   * Generates a set.
   *
   * @throws DirectoryNotEmptyException if the folder holds anything
   * @throws IOException if the folder cannot be written
   */
  public static Summary run(GeneratorOptions options) throws IOException {
    Path out = options.out();
    prepare(out);
    SeededRandom random = new SeededRandom(options.seed());
    Cast cast = new Cast(random, options);
    Grid grid = new Grid(cast.brands(), cast.period());
    Files.writeString(out.resolve("brands.yaml"), BrandFileText.render(cast.brands()));
    List<GeneratedFile> posts = new ArrayList<>();
    List<GeneratedFile> messages = new ArrayList<>();
    List<GeneratedFile> site = new ArrayList<>();
    List<GeneratedFile> orders = new ArrayList<>();
    List<GeneratedFile> identities = new ArrayList<>();
    List<GeneratedFile> contacts = new ArrayList<>();
    PostedPages pages = new PostedPages(cast.brandCount());
    try (Truth truth = new Truth(grid, out.resolve("truth"))) {
      try {
        openFiles(options, posts, messages);
        writeRecords(options, random, cast, truth, pages, posts, messages);
        Journeys journeys = new Journeys(options, cast);
        openShopFiles(out, orders, identities);
        contacts.add(GeneratedFile.open(out, "posts/part-07.jsonl"));
        contacts.add(GeneratedFile.open(out, "identities/part-01.jsonl"));
        AssistTruth assists = new AssistTruth(grid);
        ContactEpisodes spoken = new ContactEpisodes(options, cast, contacts, truth, assists);
        new ShopEpisodes(options, cast, orders, identities, truth.shop(), journeys, spoken)
            .writeAll();
        writeSite(options, cast, grid, pages, journeys, site);
        journeys.write(out.resolve("truth"));
        assists.write(out.resolve("truth"), journeys);
      } finally {
        close(posts);
        close(messages);
        close(site);
        close(orders);
        close(identities);
        close(contacts);
      }
      truth.write();
      return writeTallies(
          out, List.of(posts, messages, site, orders, identities, contacts), truth.size());
    }
  }

  private static void prepare(Path out) throws IOException {
    if (Files.isDirectory(out)) {
      try (var entries = Files.list(out)) {
        if (entries.findAny().isPresent()) {
          throw new DirectoryNotEmptyException(out.toString());
        }
      }
    }
    for (String folder :
        List.of("posts", "messages", "web-logs", "orders", "identities", "truth")) {
      Files.createDirectories(out.resolve(folder));
    }
  }

  private static void openFiles(
      GeneratorOptions options, List<GeneratedFile> posts, List<GeneratedFile> messages)
      throws IOException {
    Path out = options.out();
    for (int part = 0; part < 4; part++) {
      posts.add(GeneratedFile.open(out, "posts/part-0" + part + ".jsonl"));
    }
    String last = "posts/part-06.jsonl.gz";
    posts.add(
        options.badRate() > 0
            ? GeneratedFile.openTruncated(out, last)
            : GeneratedFile.open(out, last));
    posts.add(GeneratedFile.open(out, "posts/part-05.jsonl.zst"));
    posts.add(GeneratedFile.open(out, "posts/part-04.jsonl.gz"));
    messages.add(GeneratedFile.open(out, "messages/part-00.jsonl"));
    messages.add(GeneratedFile.open(out, "messages/part-01.jsonl"));
  }

  private static void openShopFiles(
      Path out, List<GeneratedFile> orders, List<GeneratedFile> identities) throws IOException {
    orders.add(GeneratedFile.open(out, "orders/part-00.jsonl.gz"));
    orders.add(GeneratedFile.open(out, "orders/part-01.jsonl.zst"));
    identities.add(GeneratedFile.open(out, "identities/part-00.jsonl"));
  }

  private static void writeRecords(
      GeneratorOptions options,
      SeededRandom random,
      Cast cast,
      Truth truth,
      PostedPages pages,
      List<GeneratedFile> posts,
      List<GeneratedFile> messages)
      throws IOException {
    double badRate = options.badRate();
    long postCount = options.posts() - (badRate > 0 ? 1 : 0);
    RecordSpreader postSink =
        new RecordSpreader(random, posts, POST_SHARES, BrokenRecord.POSTS, badRate, postCount);
    new PostEpisodes(random, cast, postSink, truth, pages).writeAll();
    long messageCount = options.posts() / POSTS_PER_MESSAGE;
    RecordSpreader messageSink =
        new RecordSpreader(
            random, messages, MESSAGE_SHARES, BrokenRecord.MESSAGES, badRate, messageCount);
    new MessageEpisodes(random, cast, messageSink, truth).writeAll();
  }

  private static void writeSite(
      GeneratorOptions options,
      Cast cast,
      Grid grid,
      PostedPages pages,
      Journeys journeys,
      List<GeneratedFile> files)
      throws IOException {
    Path out = options.out();
    files.add(GeneratedFile.open(out, "web-logs/access.log"));
    files.add(GeneratedFile.open(out, "web-logs/access.log.1.gz"));
    files.add(GeneratedFile.open(out, "web-logs/access.log.2.zst"));
    SiteTruth truth = new SiteTruth(grid);
    new SiteEpisodes(options, cast, pages, journeys, files, truth).writeAll(options.posts());
    truth.write(out.resolve("truth"));
  }

  private static void close(List<GeneratedFile> files) throws IOException {
    for (GeneratedFile file : files) {
      file.close();
    }
  }

  private static Summary writeTallies(Path out, List<List<GeneratedFile>> kinds, long counterCount)
      throws IOException {
    Path truth = out.resolve("truth");
    List<GeneratedFile> files = new ArrayList<>();
    kinds.forEach(files::addAll);
    files.sort(Comparator.comparing(file -> file.name));
    String header = "file,kind,records_read,accepted,rejected,duplicates,out_of_scope";
    try (CsvFile sources = new CsvFile(truth.resolve("sources.csv"), header);
        CsvFile rejections = new CsvFile(truth.resolve("rejections.csv"), "file,line,reason")) {
      for (GeneratedFile file : files) {
        sources.row(
            file.name,
            file.name.substring(0, file.name.indexOf('/')),
            file.read,
            file.accepted,
            file.rejected,
            file.duplicates,
            file.outOfScope);
        file.moveRejections(rejections.writer());
      }
    }
    return new Summary(
        records(kinds.get(0)),
        records(kinds.get(1)),
        records(kinds.get(2)),
        records(kinds.get(3)),
        files.stream().mapToLong(file -> file.rejected).sum(),
        counterCount);
  }

  private static long records(List<GeneratedFile> files) {
    return files.stream().mapToLong(file -> file.read).sum();
  }
}
