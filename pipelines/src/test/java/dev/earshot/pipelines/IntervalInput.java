package dev.earshot.pipelines;

import dev.earshot.pipelines.generate.Generator;
import dev.earshot.pipelines.generate.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Eight months of three generated brands, and beside them what reaches far: copies weeks apart,
 * conversations and visits without an end, late answers, links that are posted again and again, and
 * a brand of which the input says something at its beginning and its end only. Seeded.
 */
final class IntervalInput {
  static final int DAYS = 260;
  static final String AS_OF = "2026-11-14T12:00:00Z";

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DAY = 86_400;
  private static final String BRAND_ACCOUNT = "700000000";
  private static final String AGENT =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0"
          + " Safari/537.36";
  private static final String[] WORDS = {
    "kettle", "lid", "handle", "spout", "red", "blue", "quick", "slow", "boils", "leaks", "shop",
    "till", "queue", "price", "parcel", "courier", "broken", "lovely", "great", "awful", "button",
    "screen", "refund", "letter", "garden", "kitchen", "morning", "evening", "winter", "summer"
  };

  private final Path folder;
  private final Random random = new Random(17);
  private final List<String> posts = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final List<String> hits = new ArrayList<>();
  private int next = 1;

  private IntervalInput(Path folder) {
    this.folder = folder;
  }

  /** Writes the input into a new folder. */
  static void write(Path folder, int generatedPosts) throws IOException {
    Generator.run(new GeneratorOptions(generatedPosts, 3, DAYS, 11, folder, 0.01));
    keepFewContacts(folder.resolve("posts/part-07.jsonl"));
    IntervalInput input = new IntervalInput(folder);
    input.stories();
    input.replies();
    input.conversations();
    input.visits();
    input.postedLinks();
    input.phrases();
    input.quietBrand();
    input.write();
  }

  /** Customers speak so often that their posts would be most of the set. */
  private static void keepFewContacts(Path posts) throws IOException {
    List<String> all = Files.readAllLines(posts);
    List<String> few = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 8) {
      few.add(all.get(i));
    }
    Files.write(posts, few);
  }

  /** The arguments of a run over all of it. */
  static EarshotRun.Arguments run(Path folder, Path output) {
    return run(folder, output, "*");
  }

  /** The arguments of a run over what reaches far, for an engine that is slow. */
  static EarshotRun.Arguments runOverFew(Path folder, Path output) {
    return run(folder, output, "far*");
  }

  private static EarshotRun.Arguments run(Path folder, Path output, String files) {
    return EarshotRun.Arguments.run(folder.resolve("brands.yaml"), output, folder.resolve("key"))
        .with("--posts", folder + "/posts/" + files, "--messages", folder + "/messages/" + files)
        .with("--orders", folder + "/orders/*", "--identities", folder + "/identities/*")
        .with("--web-logs", folder + "/web-logs/" + files, "--as-of", AS_OF);
  }

  private void write() throws IOException {
    Files.write(folder.resolve("posts/far.jsonl"), posts);
    Files.write(folder.resolve("messages/far.jsonl"), messages);
    Files.write(folder.resolve("web-logs/far.log"), hits);
    Files.writeString(
        folder.resolve("brands.yaml"),
        """
          - id: quiet
            name: Quietwell
            accounts: {x: ["799999999"]}
            domains: ["quietwell.example"]
            time_zone: Asia/Tokyo
            locale: en-GB
        """,
        StandardOpenOption.APPEND);
  }

  private String post(String author, double day, String text, String more) {
    String id = "9" + next++;
    posts.add(
        """
        {"network":"x","post_id":"%s","author_id":"%s","posted_at":"%s","language":"en",\
        "text":"%s"%s}"""
            .formatted(id, author, at(day), text, more));
    return id;
  }

  private static Instant at(double day) {
    return START.plusSeconds((long) (day * DAY));
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS[random.nextInt(WORDS.length)] + random.nextInt(40));
    }
    return String.join(" ", words);
  }

  private String person() {
    return "8" + random.nextInt(400);
  }

  /** Copies and reposts weeks and months later, and texts that change word by word. */
  private void stories() {
    for (int story = 0; story < 60; story++) {
      String text = "Veltrano " + words(14);
      double day = random.nextDouble() * 180;
      String first = post(person(), day, text, "");
      for (int copy = 0; copy < 5; copy++) {
        day += random.nextDouble() * 45;
        if (day < DAYS - 3) {
          boolean isRepost = copy % 2 == 1;
          post(person(), day, text, isRepost ? ",\"repost_of_post_id\":\"" + first + "\"" : "");
        }
      }
    }
    for (int chain = 0; chain < 8; chain++) {
      List<String> words = new ArrayList<>(List.of(words(30).split(" ")));
      for (double day = chain; day < DAYS - 3; day += 3 + random.nextInt(20)) {
        words.set(random.nextInt(words.size()), words(1));
        post(person(), day, "Veltrano: " + String.join(" ", words), "");
      }
    }
    for (int i = 0; i < 30; i++) {
      String more = ",\"repost_of_post_id\":\"missing-" + i % 3 + "\"";
      post(person(), random.nextDouble() * (DAYS - 5), "Veltrano " + words(12), more);
    }
  }

  /** Answers to posts of the brand and by the brand, up to two months late. */
  private void replies() {
    double[] delays = {0.2, 3, 6.5, 9, 20, 27.5, 29, 40, 60};
    for (int i = 0; i < 72; i++) {
      double day = random.nextDouble() * 190;
      double later = day + delays[i % delays.length];
      String own =
          post(
              BRAND_ACCOUNT,
              day,
              "Our " + words(9),
              """
              ,"media_type":"text","engagement":{"observed_at":"%s","like_count":%d,\
              "share_count":1,"comment_count":2,"author_follower_count":%d}"""
                  .formatted(at(day + 6), random.nextInt(90), 900 + i));
      post(person(), later, "I think so too, great " + words(5), reply(own));
      String question = post(person(), day, "Anybody else with " + words(8) + "?", "");
      post(BRAND_ACCOUNT, later, "Sorry, we will look at " + words(6), reply(question));
    }
  }

  private static String reply(String to) {
    return ",\"in_reply_to_post_id\":\"" + to + "\"";
  }

  /** People who never stop: in the open and in direct messages. */
  private void conversations() {
    for (int talker = 0; talker < 12; talker++) {
      String person = "5" + talker;
      double end = Math.min(DAYS - 3, 9 + 23.0 * talker);
      for (double day = talker * 0.7; day < end; day += 0.4 + random.nextDouble() * 2.7) {
        message(person, BRAND_ACCOUNT, day, "The " + words(3) + " is broken, why?");
        if (random.nextInt(4) == 0) {
          message(BRAND_ACCOUNT, person, day + 0.05 + random.nextDouble() * 0.4, "We look at it");
        }
        post(person, day + 0.01, "@veltranoofficial it does not work, " + words(6), "");
      }
    }
  }

  private void message(String from, String to, double day, String text) {
    messages.add(SmallInput.message("m" + next++, from, to, at(day).toString(), text));
  }

  private void hit(String host, String visitor, String user, double day, String page, String from) {
    hits.add(
        "%s %s - %s [%s] \"GET %s HTTP/1.1\" 200 512 \"%s\" \"%s\""
            .formatted(host, visitor, user, LOG_TIME.format(at(day)), page, from, AGENT));
  }

  /** Visitors who come back after weeks, sign in now and then, or never leave. */
  private void visits() {
    String host = "www.veltrano.example";
    for (int i = 0; i < 60; i++) {
      String visitor = "198.19.0." + i;
      String customer = "c-" + (100_000 + i);
      for (double day = i % 30; day < DAYS - 3; day += 2 + random.nextDouble() * 50) {
        String user = random.nextInt(3) == 0 ? customer : "-";
        hit(host, visitor, user, day, "/shop", "https://t.co/Zk3x9");
        if (random.nextInt(4) > 0) {
          hit(host, visitor, user, day + 0.0001, "/assets/site.css", "https://" + host + "/shop");
        }
        if (random.nextInt(40) == 0) {
          hit(host, visitor, user, day + 0.0002, "/robots.txt", "-");
        }
      }
    }
    for (double day = 150; day < 156; day += 0.01) {
      hit(host, "198.19.1.1", "-", day, "/status", "-");
    }
  }

  /** A page that is posted every 20 hours for weeks, and visits without a sign of their origin. */
  private void postedLinks() {
    for (int page = 0; page < 5; page++) {
      String path = "/offers/" + page;
      for (double day = 10 + 30 * page; day < 100 + 40 * page && day < DAYS - 3; day += 0.83) {
        post(person(), day, "Veltrano https://www.veltrano.example" + path + " " + words(4), "");
      }
      for (double day = 2; day < DAYS - 3; day += random.nextDouble() * 1.5) {
        String visitor = "198.19.2." + random.nextInt(250);
        hit("www.veltrano.example", visitor, "-", day, path, "-");
        hit("www.veltrano.example", visitor, "-", day, "/assets/site.css", "https://x.example/");
      }
    }
  }

  /** What many people say on one day is a key phrase of it, copies of weeks before are not. */
  private void phrases() {
    for (int day = 5; day < DAYS - 3; day += 15) {
      for (int person = 0; person < 9; person++) {
        String text = person < 4 ? "is back, the same as ever, and everybody waits" : words(9);
        post("60" + person, day + person * 0.01, "#kettleday with Veltrano " + text, "");
      }
    }
  }

  private void quietBrand() {
    for (double day : new double[] {1, 120, 251}) {
      post(person(), day, "Quietwell is great, " + words(8), "");
      hit("quietwell.example", "198.19.3.1", "-", day + 1, "/", "https://t.co/a");
      hit("quietwell.example", "198.19.3.1", "-", day + 1, "/a.css", "https://quietwell.example/");
    }
    post("799999999", 3, "News: " + words(8), "");
    post("799999999", 253, "News: " + words(8), "");
  }
}
