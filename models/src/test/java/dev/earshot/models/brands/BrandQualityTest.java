package dev.earshot.models.brands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandMarks;
import dev.earshot.models.domain.BrandMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall on labelled posts; {@code pipelines/docs/brands.md} explains the counting.
 * Brand files were tuned on even ids, so that the figures are those of odd ids. Each floor is the
 * lower end of the 95 % Wilson interval of the measured share, rounded down to whole percents: the
 * test fails where a change is worse than chance would explain.
 */
class BrandQualityTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final Path BRANDS = Path.of("../testdata/brands");

  private static final Set<String> ENGLISH =
      Set.of("the", "to", "is", "and", "of", "for", "you", "my", "this", "with", "on", "at", "it");

  /** Counts of one evaluation, to print and to hold against floors. */
  private record Share(String name, int part, int whole) {
    Share atLeast(double floor) {
      System.out.printf(
          Locale.ROOT, "%s: %d / %d = %.3f%n", name, part, whole, (double) part / whole);
      assertTrue(part >= floor * whole, this::toString);
      return this;
    }
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "the test set " + file + " is not here");
    if (!file.endsWith(".gz")) {
      return CsvRows.parse(Files.readString(path));
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      return CsvRows.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static BrandBook book(String file) {
    try {
      return BrandFile.read(Files.readString(BRANDS.resolve(file)), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BrandFileException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isOdd(String id) {
    return (id.charAt(id.length() - 1) - '0') % 2 == 1;
  }

  private static Set<String> brandsOf(BrandMatcher matcher, String text) {
    return matcher.match(Posts.of(text)).stream()
        .map(BrandMatch::brandId)
        .collect(Collectors.toSet());
  }

  @Test
  void airlinesOfTheSearchKeyword() throws IOException {
    BrandMatcher matcher = BrandMatcher.of(book("airlines.yaml"));
    int rows = 0;
    int found = 0;
    int matches = 0;
    for (Map<String, String> row : rows("airline_us/tweets_shared.csv")) {
      String text = row.get("text");
      boolean mislabelled =
          row.get("airline").equals("Delta") && !text.toLowerCase(Locale.ROOT).contains("delta");
      if (isOdd(row.get("tweet_id")) && !mislabelled) {
        Set<String> brands = brandsOf(matcher, text);
        rows++;
        matches += brands.size();
        found +=
            brands.contains(row.get("airline").toLowerCase(Locale.ROOT).replace(' ', '_')) ? 1 : 0;
      }
    }
    new Share("airlines, recall of the keyword's airline", found, rows).atLeast(0.99);
    new Share("airlines, matches that are the keyword's airline", found, matches).atLeast(0.94);
  }

  @Test
  void nearWordsKeepAmbiguousAirlines() throws IOException {
    BrandMatcher guarded = BrandMatcher.of(ambiguousNamesOnly(true));
    BrandMatcher bare = BrandMatcher.of(ambiguousNamesOnly(false));
    int named = 0;
    int kept = 0;
    for (Map<String, String> row : rows("airline_us/tweets_shared.csv")) {
      if (isOdd(row.get("tweet_id"))) {
        named += brandsOf(bare, row.get("text")).size();
        kept += brandsOf(guarded, row.get("text")).size();
      }
    }
    new Share("airlines, plain names kept by near words", kept, named).atLeast(0.54);
  }

  @Test
  void nearWordsRefuseOtherThings() throws IOException {
    BrandMatcher guarded = BrandMatcher.of(ambiguousNamesOnly(true));
    BrandMatcher bare = BrandMatcher.of(ambiguousNamesOnly(false));
    int named = 0;
    int refused = 0;
    for (String text : generalPosts()) {
      Set<String> before = brandsOf(bare, text);
      before.removeAll(brandsOf(guarded, text));
      named += brandsOf(bare, text).size();
      refused += before.size();
    }
    new Share("general posts, plain names refused by near words", refused, named).atLeast(0.96);
  }

  private static Set<String> generalPosts() throws IOException {
    Set<String> texts = new HashSet<>();
    for (String name :
        List.of("A_2013-2016_train", "BD_topic_2015-2016_train", "CE_topic5_2016_train")) {
      Path path = DATA.resolve("semeval2017_sentiment/" + name + ".tsv.gz");
      assumeTrue(Files.exists(path), "the test set semeval2017_sentiment is not here");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .forEach(line -> texts.add(line.substring(line.lastIndexOf('\t') + 1)));
      }
    }
    return texts;
  }

  /** Delta, Southwest and United by their one plain name, with or without near words. */
  private static BrandBook ambiguousNamesOnly(boolean guarded) {
    return BrandBook.of(
        null,
        book("airlines.yaml").brands().stream()
            .filter(brand -> !brand.marks().nearWords().isEmpty())
            .map(
                brand ->
                    new Brand(
                        brand.id(),
                        brand.displayName(),
                        new BrandMarks(
                            List.of(brand.displayName()),
                            List.of(),
                            List.of(),
                            List.of(),
                            guarded ? brand.marks().nearWords() : List.of(),
                            guarded ? brand.marks().farWords() : List.of()),
                        Map.of(),
                        List.of(),
                        brand.zone(),
                        Map.of(),
                        null,
                        null,
                        null,
                        List.of()))
            .toList());
  }

  @Test
  void technologyCompaniesOfTheTopic() throws IOException {
    countTopics("sanders, all odd ids", row -> true, 0.97, 0.61);
    countTopics(
        "sanders, odd ids with two English function words",
        row -> englishWords(row.get("TweetText")) >= 2,
        0.97,
        0.94);
  }

  private static void countTopics(
      String name, Predicate<Map<String, String>> kept, double recallFloor, double precisionFloor)
      throws IOException {
    BrandMatcher matcher = BrandMatcher.of(book("sanders.yaml"));
    int relevant = 0;
    int found = 0;
    int matched = 0;
    for (Map<String, String> row : rows("sanders_brands/tweets_shared.csv")) {
      if (isOdd(row.get("TweetId")) && kept.test(row)) {
        boolean isRelevant = !row.get("Sentiment").equals("irrelevant");
        boolean isMatched = brandsOf(matcher, row.get("TweetText")).contains(row.get("Topic"));
        relevant += isRelevant ? 1 : 0;
        matched += isMatched ? 1 : 0;
        found += isRelevant && isMatched ? 1 : 0;
      }
    }
    new Share(name + ", recall", found, relevant).atLeast(recallFloor);
    new Share(name + ", precision", found, matched).atLeast(precisionFloor);
  }

  private static long englishWords(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split(" ")).stream()
        .filter(ENGLISH::contains)
        .count();
  }

  @Test
  void everySupportAccountIsOwned() throws IOException {
    BrandBook book = book("support.yaml");
    assertEquals(71, book.brands().size());
    Set<String> companies = new HashSet<>();
    for (Map<String, String> row : rows("twcs/twcs_shared.csv.gz")) {
      String author = row.get("author_id");
      boolean customer = author.chars().allMatch(c -> c >= '0' && c <= '9');
      Brand owner = book.ownerOf("x", author, author);
      if (customer) {
        assertNull(owner, author);
      } else {
        assertNotNull(owner, author);
        assertEquals(author.toLowerCase(Locale.ROOT), owner.id());
        companies.add(author);
      }
    }
    assertEquals(71, companies.size());
  }
}
