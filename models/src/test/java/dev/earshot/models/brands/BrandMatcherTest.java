package dev.earshot.models.brands;

import static dev.earshot.models.domain.BrandEvidence.ALIAS;
import static dev.earshot.models.domain.BrandEvidence.HANDLE;
import static dev.earshot.models.domain.BrandEvidence.HASHTAG;
import static dev.earshot.models.domain.BrandEvidence.REPLY_TO_OWN_ACCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.TextSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandMatcherTest {
  private static final BrandMatcher MATCHER =
      matcher(
          """
          brands:
            - id: delta
              name: Delta
              aliases: [Delta Air Lines]
              accounts: {x: ["5920532"]}
              handles: [delta, deltaassist]
              hashtags: [skymiles, デルタ航空, авиа]
              domains: [delta.com]
              near: [flight, air travel]
              not_near: [river, variant]
            - id: ikea
              name: IKEA
            - id: virgin
              name: Virgin
              aliases: [Sony]
            - id: virgin_america
              name: Virgin America
              handles: [virginamerica, va@air.example, va.bsky.social]
            - id: nestle
              name: Nestlé
              aliases: [İpragaz, McDonald's, アップル, 苹果, 삼성, 🍎]
          """);

  private static BrandMatcher matcher(String yaml) {
    try {
      return BrandMatcher.of(BrandFile.read(yaml, "brands.yaml"));
    } catch (BrandFileException e) {
      throw new AssertionError(e);
    }
  }

  /** Each brand and the texts of its spans: {@code delta=@Delta,Delta}. */
  private static String found(String text) {
    return found(MATCHER, "x", text);
  }

  private static String found(BrandMatcher matcher, String network, String text) {
    return matcher.match(Posts.on(network, text, null)).stream()
        .map(
            match ->
                match.brandId()
                    + "="
                    + match.spans().stream()
                        .map(span -> text.substring(span.start(), span.end()))
                        .collect(Collectors.joining(",")))
        .collect(Collectors.joining(" "));
  }

  @Test
  void evidenceSpansAndRelevanceAreGivenByBrand() {
    assertEquals(
        List.of(
            new BrandMatch(
                "delta",
                Set.of(HANDLE, HASHTAG, ALIAS),
                0.988,
                List.of(new TextSpan(0, 6), new TextSpan(14, 19), new TextSpan(25, 34))),
            new BrandMatch("virgin", Set.of(ALIAS), 0.6, List.of(new TextSpan(40, 46)))),
        rounded(MATCHER.match(Posts.of("@Delta unlike Delta, the #SkyMiles beat Virgin"))));
  }

  private static List<BrandMatch> rounded(List<BrandMatch> matches) {
    return matches.stream()
        .map(
            match ->
                new BrandMatch(
                    match.brandId(),
                    match.evidence(),
                    Math.round(match.relevance() * 1e9) / 1e9,
                    match.spans()))
        .toList();
  }

  @Test
  void aReplyToAnOwnAccountIsEvidenceWithoutSpans() {
    BrandMatch byId = new BrandMatch("delta", Set.of(REPLY_TO_OWN_ACCOUNT), 0.95, List.of());
    assertEquals(List.of(byId), rounded(MATCHER.match(Posts.on("x", "thanks", "5920532"))));
    assertEquals(List.of(byId), rounded(MATCHER.match(Posts.on("x", "thanks", "DELTAassist"))));
    assertEquals(List.of(), MATCHER.match(Posts.on("mastodon", "thanks", "5920532")));
    assertEquals(
        List.of(
            new BrandMatch(
                "delta", Set.of(REPLY_TO_OWN_ACCOUNT, ALIAS), 0.98, List.of(new TextSpan(7, 12)))),
        rounded(MATCHER.match(Posts.on("x", "thanks Delta", "5920532"))));
  }

  @ParameterizedTest
  @CsvSource({
    "REPLY_TO_OWN_ACCOUNT, 0.95",
    "HANDLE, 0.9",
    "DOMAIN, 0.8",
    "HASHTAG, 0.7",
    "ALIAS, 0.6"
  })
  void eachKindOfEvidenceHasItsWeight(BrandEvidence evidence, double weight) {
    assertEquals(weight, BrandRelevance.of(Set.of(evidence)), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My Delta flight was late | delta=Delta",
        "flight, flight: deltas | ''",
        "the delta of the river | ''",
        "a flight over the Delta river | ''",
        "the Delta variant cancels my flight | ''",
        "Turn the delta tap | ''",
        "Delta Air Lines on the river | delta=Delta Air Lines",
        "air travel with DELTA | delta=DELTA",
        "one Delta two three four five six seven flight | delta=Delta",
        "one Delta two three four five six seven eight flight | delta=Delta",
        "one Delta two three four five six seven eight nine flight | ''",
        "flight 1 2 3 4 5 6 7 Delta | delta=Delta",
        "flight 1 2 3 4 5 6 7 8 Delta | ''",
        "Delta 1 2 3 4 5 6 7 8 9 10 flight Delta | delta=Delta,Delta",
        "@delta 1 2 3 4 5 6 7 8 9 10 Delta | delta=@delta,Delta",
        "@delta by the river Delta | delta=@delta",
        "#Delta flight | delta=Delta",
      })
  void nearWordsDecideOnAmbiguousNames(String text, String expected) {
    assertEquals(expected, found(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I flew Virgin America | virgin_america=Virgin America",
        "Virgin Americas | virgin_america=Virgin America",
        "Virgin Americana | virgin=Virgin",
        "Virgin, Virgin America, virgin | virgin=Virgin,virgin virgin_america=Virgin America",
        "VIRGIN\u00a0AMERICA | virgin_america=VIRGIN\u00a0AMERICA",
      })
  void theLongestOfOverlappingNamesWins(String text, String expected) {
    assertEquals(expected, found(text));
  }

  @Test
  void twoBrandsMayShareAName() {
    BrandMatcher shared =
        matcher(
            """
            brands:
              - {id: faucets, name: Delta, near: [tap]}
              - {id: airline, name: Delta, near: [flight]}
            """);
    assertEquals("airline=Delta", found(shared, "x", "Delta flight"));
    assertEquals("faucets=Delta", found(shared, "x", "a Delta tap"));
    assertEquals("airline=Delta faucets=Delta", found(shared, "x", "Delta flight tap"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IKEA's beds | ikea=IKEA",
        "ikea | ''",
        "Sony's Sonys sony’s | virgin=Sony,Sony,sony",
        "sonyx xsony sony_a asony | ''",
        "😀Sony😀 (sony) \"sony\" sony-made | virgin=Sony,sony,sony,sony",
        "$sony @sony a@sony sony@mail.com | ''",
        "#sony #sonyfan | virgin=sony",
        "McDonald’s Mcdonald's | nestle=McDonald’s,Mcdonald's",
        "ipragaz IPRAGAZ İPRAGAZ ıpragaz | nestle=ipragaz,IPRAGAZ,İPRAGAZ,ıpragaz",
        "Nestle\u0301 NESTLÉ | nestle=NESTLÉ",
        "Sony\u0301 Sony\uFE0F | virgin=Sony",
        "ｓｏｎｙ | virgin=ｓｏｎｙ",
        "私はアップルが好き アップルパイ | nestle=アップル",
        "我爱苹果手机 | nestle=苹果",
        "삼성이 좋다 대삼성 | nestle=삼성",
        "🍎🍎 | nestle=🍎,🍎",
      })
  void namesStandAtWordBoundariesInAnyScript(String text, String expected) {
    assertEquals(expected, found(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@DELTA: hi | delta=@DELTA",
        ".@delta thanks @deltaassist! | delta=@delta,@deltaassist",
        "＠delta ねえ@deltaさん | delta=＠delta,@delta",
        "@deltax @xdelta a@delta @@delta @delta_ @delta1 | ''",
        "@va@air.example | virgin_america=@va@air.example",
        "@delta@air.example | ''",
        "@delta.Please | delta=@delta",
      })
  void handlesAreWhole(String text, String expected) {
    assertEquals(expected, found(text));
  }

  @Test
  void aHandleMayHoldFullStopsOutsideOfX() {
    assertEquals("", found(MATCHER, "instagram", "@delta.fans"));
    assertEquals("delta=@delta", found(MATCHER, "instagram", "love @delta."));
    assertEquals("virgin_america=@va.bsky.social", found(MATCHER, "bluesky", "hi @va.bsky.social"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#SkyMiles #skymiles! | delta=#SkyMiles,#skymiles",
        "＃SKYMILES | delta=＃SKYMILES",
        "#skymiles2 a#skymiles &#skymiles #skymilesé | ''",
        "#デルタ航空 最高 | delta=#デルタ航空",
        "#デルタ航空最高 | ''",
        "#АВИА, | delta=#АВИА",
      })
  void hashtagsAreWholeInAnyScript(String text, String expected) {
    assertEquals(expected, found(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.delta.com/sony | delta=delta.com",
        "http://news.delta.com?x | delta=delta.com",
        "see delta.com. | delta=delta.com",
        "DELTA.COM/us sony | delta=DELTA.COM virgin=sony",
        "delta.com.au mydelta.com my-delta.com delta.company | ''",
        "a@delta.com a@mail.delta.com https://delta.com@evil.com | ''",
        "https://evil.com/delta.com https://sony.evil.com evil.com/@delta | ''",
        "https://evil.com/#skymiles | ''",
      })
  void domainsCountInTheHostOnly(String text, String expected) {
    assertEquals(expected, found(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nothing here", "\uD800", "\uDC00\uD800", "@", "#", "🍏"})
  void aTextWithoutABrandGivesTheSharedEmptyList(String text) {
    assertSame(List.of(), MATCHER.match(Posts.of(text)));
  }

  @Test
  void loneSurrogatesDoNotShiftSpans() {
    assertEquals(
        List.of(new TextSpan(2, 6), new TextSpan(8, 12)),
        MATCHER.match(Posts.of("\uD83C Sony\uDF4E\uD800Sony\uDC00")).get(0).spans());
  }

  @Test
  void hostileTextTakesLinearTime() {
    int repeats = 1_000_000 / 12;
    assertEquals(
        repeats, MATCHER.match(Posts.of("Sony,Virgin,".repeat(repeats))).get(0).spans().size() / 2);
    assertEquals("", found("Delta,river,".repeat(repeats)));
    assertEquals(
        repeats, MATCHER.match(Posts.of("a.delta.com..".repeat(repeats))).get(0).spans().size());
    assertEquals(1_000_000, MATCHER.match(Posts.of("🍎".repeat(1_000_000))).get(0).spans().size());
    assertEquals("", found("\uD83C".repeat(1_000_000)));
    assertEquals("", found("@".repeat(1_000_000)));
    assertEquals("", found("Virgin_America".repeat(70_000)));
  }
}
