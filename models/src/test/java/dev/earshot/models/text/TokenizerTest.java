package dev.earshot.models.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private final Tokenizer tokenizer = new Tokenizer();

  private void assertTokens(String text, String... expected) {
    Tokens tokens = tokenizer.tokenize(text);
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String surface = text.substring(tokens.start(i), tokens.end(i));
      actual.add(tokens.type(i) == TokenType.WORD ? surface : tokens.type(i) + " " + surface);
    }
    assertEquals(List.of(expected), actual);
  }

  private String normalised(String text) {
    Tokens tokens = tokenizer.tokenize(text);
    assertEquals(1, tokens.size(), text);
    return tokens.normalised(0);
  }

  @Test
  void emptyAndBlankTextsHaveNoTokens() {
    assertTokens("");
    assertTokens(" \t\r\n\u00A0\u200B\u2028");
  }

  @Test
  void wordsKeepInnerApostrophesAndHyphens() {
    assertTokens(
        "I don't can’t well-known rock'n'roll dogs' -- co- 'quoted' snake_case",
        "I",
        "don't",
        "can’t",
        "well-known",
        "rock'n'roll",
        "dogs",
        "PUNCTUATION '",
        "PUNCTUATION --",
        "co",
        "PUNCTUATION -",
        "PUNCTUATION '",
        "quoted",
        "PUNCTUATION '",
        "snake_case");
  }

  @Test
  void numbersKeepInnerSigns() {
    assertTokens(
        "$3.39 1,000.50 10:30 24/7 2016-17 50% 3rd 4g 5.",
        "PUNCTUATION $",
        "NUMBER 3.39",
        "NUMBER 1,000.50",
        "NUMBER 10:30",
        "NUMBER 24/7",
        "NUMBER 2016-17",
        "NUMBER 50",
        "PUNCTUATION %",
        "3rd",
        "4g",
        "NUMBER 5",
        "PUNCTUATION .");
  }

  @Test
  void handles() {
    assertTokens("@acme_co: hi", "HANDLE @acme_co", "PUNCTUATION :", "hi");
    assertTokens(".@acme.", "PUNCTUATION .", "HANDLE @acme", "PUNCTUATION .");
    assertTokens("@ana@mastodon.social!", "HANDLE @ana@mastodon.social", "PUNCTUATION !");
    assertTokens("@ana.bsky.social", "HANDLE @ana.bsky.social");
    assertTokens("@acme.Thanks", "HANDLE @acme", "PUNCTUATION .", "Thanks");
    assertTokens("@acmeさん", "HANDLE @acme", "さん");
    assertTokens("@中文名 好", "HANDLE @中文名", "好");
    assertTokens("me@home @ @@", "me", "PUNCTUATION @", "home", "PUNCTUATION @", "PUNCTUATION @@");
  }

  @Test
  void hashtagsOfAnyScript() {
    assertTokens("#Love_2 #année #любовь", "HASHTAG #Love_2", "HASHTAG #année", "HASHTAG #любовь");
    assertTokens("#東京オリンピック #حب #हिन्दी", "HASHTAG #東京オリンピック", "HASHTAG #حب", "HASHTAG #हिन्दी");
    assertTokens("#a#b", "HASHTAG #a", "HASHTAG #b");
    assertTokens(
        "#1 c#d #", "PUNCTUATION #", "NUMBER 1", "c", "PUNCTUATION #", "d", "PUNCTUATION #");
    assertTokens("私#タグ", "私", "HASHTAG #タグ");
    assertTokens("&#39;", "PUNCTUATION &", "PUNCTUATION #", "NUMBER 39", "PUNCTUATION ;");
  }

  @Test
  void webAddresses() {
    assertTokens("http://t.co/AbC1, x", "URL http://t.co/AbC1", "PUNCTUATION ,", "x");
    assertTokens("HTTPS://a.b/c?d=e&f#g.", "URL HTTPS://a.b/c?d=e&f#g", "PUNCTUATION .");
    assertTokens(
        "(see www.acme.example)", "PUNCTUATION (", "see", "URL www.acme.example", "PUNCTUATION )");
    assertTokens(
        "t.co/x youtu.be/Ab_c acme.com", "URL t.co/x", "URL youtu.be/Ab_c", "URL acme.com");
    assertTokens("https://en.wikipedia.org/wiki/A_(b)", "URL https://en.wikipedia.org/wiki/A_(b)");
    assertTokens("http://a.b/c見て", "URL http://a.b/c", "見", "て");
    assertTokens("love it.me too", "love", "it", "PUNCTUATION .", "me", "too");
    assertTokens(
        "and/or http://", "and", "PUNCTUATION /", "or", "http", "PUNCTUATION :", "PUNCTUATION //");
  }

  @Test
  void emailAddresses() {
    assertTokens("a.b+c@mail.acme.com.", "EMAIL a.b+c@mail.acme.com", "PUNCTUATION .");
  }

  @Test
  void anEmojiSequenceIsOneToken() {
    assertTokens("😂😂", "EMOJI 😂", "EMOJI 😂");
    assertTokens(
        "👩\u200D👩\u200D👧\u200D👦👍🏽", "EMOJI 👩\u200D👩\u200D👧\u200D👦", "EMOJI 👍🏽");
    assertTokens("🇩🇪🇫🇷🇩", "EMOJI 🇩🇪", "EMOJI 🇫🇷", "EMOJI 🇩");
    assertTokens("1\uFE0F\u20E3#\uFE0F\u20E3", "EMOJI 1\uFE0F\u20E3", "EMOJI #\uFE0F\u20E3");
    assertTokens("❤\uFE0F\u200D🔥 ok☀", "EMOJI ❤\uFE0F\u200D🔥", "ok", "EMOJI ☀");
    assertTokens("🏴\uDB40\uDC67\uDB40\uDC7F", "EMOJI 🏴\uDB40\uDC67\uDB40\uDC7F");
    assertTokens("©\uFE0F ©", "EMOJI ©\uFE0F", "PUNCTUATION ©");
    assertTokens("🏃🏽\u200D♀\uFE0F\u200D➡\uFE0F", "EMOJI 🏃🏽\u200D♀\uFE0F\u200D➡\uFE0F");
  }

  @Test
  void emoticons() {
    assertTokens(":) :-( ;D :'(", "EMOTICON :)", "EMOTICON :-(", "EMOTICON ;D", "EMOTICON :'(");
    assertTokens(
        "(: <3 </3 xD XDDD",
        "EMOTICON (:",
        "EMOTICON <3",
        "EMOTICON </3",
        "EMOTICON xD",
        "EMOTICON XDDD");
    assertTokens(
        "^_^ T_T o_O -_- \\o/",
        "EMOTICON ^_^",
        "EMOTICON T_T",
        "EMOTICON o_O",
        "EMOTICON -_-",
        "EMOTICON \\o/");
    assertTokens(
        "good:))) :o :* :/", "good", "EMOTICON :)))", "EMOTICON :o", "EMOTICON :*", "EMOTICON :/");
    assertTokens(
        "Note:Dog 10:30 x<30",
        "Note",
        "PUNCTUATION :",
        "Dog",
        "NUMBER 10:30",
        "x",
        "PUNCTUATION <",
        "NUMBER 30");
  }

  @Test
  void punctuationRuns() {
    assertTokens(
        "what?!?! no... \"hm\".",
        "what",
        "PUNCTUATION ?!?!",
        "no",
        "PUNCTUATION ...",
        "PUNCTUATION \"",
        "hm",
        "PUNCTUATION \"",
        "PUNCTUATION .");
  }

  @Test
  void chineseJapaneseKorean() {
    assertTokens("我爱你。", "我", "爱", "你", "PUNCTUATION 。");
    assertTokens("すごーいカメラ高い", "すごーい", "カメラ", "高", "い");
    assertTokens("정말 좋아요ㅋㅋ", "정말", "좋아요ㅋㅋ");
    assertTokens("𠀀𠀁", "𠀀", "𠀁");
  }

  @Test
  void otherScripts() {
    assertTokens("مرحبا، كيف؟", "مرحبا", "PUNCTUATION ،", "كيف", "PUNCTUATION ؟");
    assertTokens("می\u200Cخواهم हिन्दी ภาษาไทย", "می\u200Cخواهم", "हिन्दी", "ภาษาไทย");
    assertTokens("col·lega cafe\u0301", "col·lega", "cafe\u0301");
  }

  @Test
  void brokenTextIsAccepted() {
    assertTokens("a\uD83D b\uDE00\u0000c", "a", "b", "c");
    assertTokens("\uDE00\uD83D");
    assertTokens("😀\u200D\uD83D", "EMOJI 😀");
  }

  @Test
  void normalForm() {
    assertEquals("soo", normalised("SOOOOO"));
    assertEquals("can't", normalised("Can’t"));
    assertEquals("!!", normalised("!!!!!"));
    assertEquals(":))", normalised(":))))"));
    assertEquals("10000", normalised("10000"));
    assertEquals("1000s", normalised("1000s"));
    assertEquals("http://www.a.b/ccc", normalised("http://www.A.b/CCC"));
    assertEquals("❤", normalised("❤\uFE0F"));
    assertEquals("𐐨", normalised("𐐀"));
    assertEquals("istanbul", normalised("İstanbul"));
    assertEquals("@aaa", normalised("@AAA"));
  }

  @Test
  void hostileTextOfOneMegabyteTakesLinearTime() {
    int length = 1 << 20;
    for (String unit :
        List.of(
            "a",
            "1",
            ".",
            "a.",
            "a@",
            "@",
            "#",
            "#1",
            "a-",
            ":",
            ":D",
            "x",
            "(",
            "(:",
            "<",
            "http://",
            "http://(",
            "www.",
            "👩\u200D",
            "\u0301",
            "\uD83D",
            "私",
            "1,",
            "_",
            "@a.",
            "&",
            "-_",
            "🇩")) {
      String text = unit.repeat(length / unit.length());
      Tokens tokens = tokenizer.tokenize(text);
      int previous = 0;
      for (int i = 0; i < tokens.size(); i++) {
        assertEquals(true, tokens.start(i) >= previous && tokens.end(i) > tokens.start(i));
        previous = tokens.end(i);
      }
      assertEquals(true, previous <= text.length());
    }
  }

  @Test
  void aTokenOutsideIsRefused() {
    Tokens tokens = tokenizer.tokenize("a b c");
    assertEquals(3, tokens.size());
    tokens = tokenizer.tokenize("a");
    Tokens last = tokens;
    assertThrows(IndexOutOfBoundsException.class, () -> last.start(1));
  }
}
