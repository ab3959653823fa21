package dev.earshot.models.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralsTest {
  private static final Set<String> OWN = Set.of("example.org");
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private static Referral of(String target, @Nullable String referrer, @Nullable String userAgent) {
    return Referrals.shipped().classify(target, referrer, userAgent, OWN);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.com/, SOCIAL, Twitter, x",
    "https://t.co/AbC, SOCIAL, Twitter, x",
    "https://netflix.com/, UNKNOWN, netflix.com,",
    "https://statics.teams.cdn.office.net/, UNKNOWN, office.net,",
    "https://teams.microsoft.com/, SOCIAL, Microsoft Teams, teams",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org, SOCIAL, Facebook, facebook",
    "https://lm.facebook.com/, SOCIAL, Facebook, facebook",
    "https://l.instagram.com/, SOCIAL, Instagram, instagram",
    "https://mastodon.social/, SOCIAL, Mastodon, mastodon",
    "https://mastodon.example.net/@friend/1, SOCIAL, Mastodon, mastodon",
    "https://mstdn.example.net/, SOCIAL, Mastodon, mastodon",
    "https://bsky.app/, SOCIAL, Bluesky, bluesky",
    "https://l.threads.com/?u=https, SOCIAL, Threads, threads",
    "https://lnkd.in/eXample, SOCIAL, LinkedIn, linkedin",
    "https://out.reddit.com/t3_1, SOCIAL, Reddit, reddit",
    "https://discord.com/channels/1/2, SOCIAL, Discord, discord",
    "https://web.telegram.org/, SOCIAL, Telegram, telegram",
    "https://wa.me/1555, SOCIAL, WhatsApp, whatsapp",
    "android-app://com.twitter.android/, SOCIAL, Twitter, x",
    "android-app://org.telegram.messenger/, SOCIAL, Telegram, telegram",
    "android-app://com.google.android.gm/, EMAIL, Gmail,",
    "android-app://com.google.android.googlequicksearchbox/https/www.google.com, SEARCH, Google,",
    "https://www.google.co.uk/, SEARCH, Google,",
    "https://google.example.com/, UNKNOWN, example.com,",
    "https://docs.google.com/document/d/1, UNKNOWN, Google,",
    "https://mail.google.com/mail/u/0/, EMAIL, Gmail,",
    "https://www.cnn.com/2026/01/01/, UNKNOWN, cnn.com,",
    "https://duckduckgo.com/, SEARCH, DuckDuckGo,",
    "https://www.perplexity.ai/search/1, CHATBOT, Perplexity,",
    "https://gemini.google.com/app, CHATBOT, Gemini,",
    "https://x.com/i/grok/share/1, CHATBOT, Grok,",
    "https://shop.example.org/a, INTERNAL, ,",
    "https://notexample.org/, UNKNOWN, notexample.org,",
    "http://semalt.semalt.com/crawler.php?u=http://example.org, SPAM, semalt.com,",
    "http://www.znakomstvaonlain.ru/, SPAM, znakomstvaonlain.ru,",
    "https://someone@x.com:443/, SOCIAL, Twitter, x",
    "HTTPS://WWW.FACEBOOK.COM/, SOCIAL, Facebook, facebook",
    "https://bit.ly/3x, UNKNOWN, Bitly,"
  })
  void tellsByTheReferrer(String referrer, Medium medium, String source, String network) {
    Referral referral = of("/", referrer, BROWSER);
    assertEquals(
        new Referral(medium, source, network, null, false, ReferralEvidence.REFERRER), referral);
  }

  @ParameterizedTest
  @CsvSource({
    "/?utm_source=twitter&utm_medium=social, SOCIAL, Twitter, x, false",
    "/?utm_source=fb&utm_medium=paid_social, SOCIAL, Facebook, facebook, true",
    "/?utm_source=facebook&utm_medium=cpc, SOCIAL, Facebook, facebook, true",
    "/?utm_source=google&utm_medium=cpc, PAID, Google, , true",
    "/?utm_source=news-2026&utm_medium=email, EMAIL, news-2026, , false",
    "/?utm_source=chatgpt.com, CHATBOT, ChatGPT, , false",
    "/?utm_source=l.instagram.com, SOCIAL, Instagram, instagram, false",
    "/?utm_medium=Social, SOCIAL, , , false",
    "/?utm_source=all&utm_medium=social, SOCIAL, all, unknown, false",
    "/?utm_source=village-board&utm_medium=paid_social, SOCIAL, village-board, unknown, true",
    "/?utm_source=a%40b.example&utm_medium=social, SOCIAL, , unknown, false",
    "/?utm_source=a%40b.example&utm_medium=referral, UNKNOWN, , , false",
    "/?a=1;utm_source=Reddit, SOCIAL, Reddit, reddit, false"
  })
  void campaignParametersComeFirst(
      String target, Medium medium, String source, String network, boolean isPaid) {
    Referral referral = of(target + "&fbclid=1", "https://www.google.com/", BROWSER);
    assertEquals(
        new Referral(medium, source, network, null, isPaid, ReferralEvidence.UTM_PARAMETERS),
        referral);
  }

  /** All of Meta's networks add the same click id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "https://l.instagram.com/ | - | Instagram | REFERRER",
        "https://l.threads.com/ | - | Threads | REFERRER",
        "https://l.facebook.com/ | - | Facebook | CLICK_ID",
        "https://www.google.com/ | - | Facebook | CLICK_ID",
        "- | Mozilla/5.0 (iPhone) Mobile/22B83 Instagram 356.0.4 (iPhone15,2) | Instagram |"
            + " IN_APP_BROWSER",
        "- | Mozilla/5.0 (iPhone) Mobile/21F79 Barcelona 334.0.0 (iPhone14,5) | Threads |"
            + " IN_APP_BROWSER",
        "- | Mozilla/5.0 (iPhone) Mobile/15E148 [FBAN/FBIOS;FBAV/466.0] | Facebook | CLICK_ID"
      })
  void theReferrerOrTheAppTellsWhichOfMetasNetworks(
      @Nullable String referrer, @Nullable String agent, String source, ReferralEvidence evidence) {
    Referral referral = of("/a?fbclid=PAZXh0", referrer, agent);
    assertEquals(
        new Referral(Medium.SOCIAL, source, source.toLowerCase(Locale.ROOT), null, false, evidence),
        referral);
  }

  @ParameterizedTest
  @CsvSource({
    "/?utm_source={{site_source_name}}&utm_medium=paid&fbclid=abc, SOCIAL, Facebook, facebook",
    "/?utm_source=%7B%7Bsite_source_name%7D%7D&utm_medium=paid, SOCIAL, Facebook, facebook",
    "/?utm_source={{site_source_name}}, SOCIAL, Facebook, facebook",
    "/?utm_source={{x}}&utm_medium={{y}}&ttclid=1, SOCIAL, TikTok, tiktok",
    "/?utm_source=__CAMPAIGN_NAME__, SOCIAL, Reddit, reddit",
    "/?utm_source=hackernews, SOCIAL, Hacker News, hackernews",
    "/?utm_source=hn, SOCIAL, Hacker News, hackernews",
    "/?xmt=AQF0, SOCIAL, Threads, threads",
    "/?vk_ref=1, SOCIAL, Vkontakte, vk",
    "/?srsltid=Afm, SEARCH, Google,"
  })
  void whatToolsWriteIntoLinks(String target, Medium medium, String source, String network) {
    Referral referral = of(target, "https://www.reddit.com/", BROWSER);
    assertEquals(medium, referral.medium());
    assertEquals(source, referral.source());
    assertEquals(network, referral.network());
  }

  @ParameterizedTest
  @CsvSource({
    "https://l.wl.co/l?u=x, SOCIAL, whatsapp",
    "https://lobste.rs/, SOCIAL, lobsters",
    "https://aistudio.google.com/, CHATBOT,",
    "https://copilot.com/, CHATBOT,"
  })
  void hostsOfToday(String referrer, Medium medium, String network) {
    Referral referral = of("/", referrer, BROWSER);
    assertEquals(medium, referral.medium());
    assertEquals(network, referral.network());
  }

  @ParameterizedTest
  @CsvSource({
    "Mobile/15E148 Reddit/Version 2024.20.0/Build 614000, reddit",
    "Mobile Safari/537.36 Reddit/2024.20.0, reddit",
    "Mobile/15E148 Weibo (iPhone14__weibo__14.5.0__iphone__os17.5), weibo",
    "Mobile Safari/537.36 Barcelona 334.0.0.42.95 Android (34/14), threads",
    "Mobile Safari/537.36 [Pinterest/Android], pinterest",
    "Mobile/15E148 [LinkedInApp]/9.29.7000, linkedin"
  })
  void appsOfToday(String agent, String network) {
    Referral referral = of("/", null, "Mozilla/5.0 (Linux) AppleWebKit/537.36 " + agent);
    assertEquals(network, referral.network());
  }

  @Test
  void whatWasEncodedTwiceIsDecoded() {
    assertEquals("warm cap", of("/", "https://www.google.com/search?q=warm%2520cap", null).term());
    assertEquals(
        "c++ 100%", of("/", "https://www.google.com/search?q=c%252B%252B%2520100%25", null).term());
    assertEquals("100%", of("/", "https://www.google.com/search?q=100%25", null).term());
    assertEquals("warm cap", of("/", "https://www.google.com/search?q=warm+cap", null).term());
    assertEquals("a+b", of("/", "https://www.google.com/search?q=a%2Bb", null).term());
  }

  @ParameterizedTest
  @CsvSource({
    "fbclid, SOCIAL, Facebook, facebook, false",
    "twclid, SOCIAL, Twitter, x, true",
    "ttclid, SOCIAL, TikTok, tiktok, true",
    "li_fat_id, SOCIAL, LinkedIn, linkedin, true",
    "gclid, PAID, Google, , true",
    "msclkid, PAID, Microsoft, , true",
    "mc_eid, EMAIL, Mailchimp, , false"
  })
  void clickIdsComeSecond(String id, Medium medium, String source, String network, boolean isPaid) {
    Referral referral = of("/a?" + id + "=IwAR0", "https://www.google.com/", BROWSER);
    assertEquals(
        new Referral(medium, source, network, null, isPaid, ReferralEvidence.CLICK_ID), referral);
    assertEquals(
        ReferralEvidence.REFERRER, of("/a?" + id + "=", "https://x.com/", BROWSER).evidence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
            + " Instagram 350.0.0 (iPhone15,2; iOS 18_0) | Instagram | instagram",
        "Mozilla/5.0 (iPhone) Mobile/15E148 [FBAN/FBIOS;FBAV/480.0] | Facebook | facebook",
        "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 musical_ly_2023 BytedanceWebview/d8 | TikTok"
            + " | tiktok",
        "Mozilla/5.0 (iPhone) Mobile/15E148 Twitter for iPhone/10.5 | Twitter | x"
      })
  void inAppBrowsersComeLast(String userAgent, String source, String network) {
    assertEquals(
        new Referral(Medium.SOCIAL, source, network, null, false, ReferralEvidence.IN_APP_BROWSER),
        of("/", "-", userAgent));
    assertEquals(Medium.SEARCH, of("/", "https://www.bing.com/", userAgent).medium());
  }

  /** Hosts that belong to a search engine or a mail provider, and are neither. */
  @ParameterizedTest
  @CsvSource({
    "https://ask.fm/someone, SOCIAL",
    "https://www.ask.com/web?q=a, SEARCH",
    "https://tieba.baidu.com/p/1, SOCIAL",
    "https://www.baidu.com/s?wd=a, SEARCH",
    "https://news.mail.ru/politics/1/, UNKNOWN",
    "https://e.mail.ru/inbox/, EMAIL",
    "https://web.de/magazine/wissen/1, UNKNOWN",
    "https://navigator.web.de/mail, EMAIL",
    "https://www.gmx.at/magazine/sport/1, UNKNOWN",
    "https://www.bluewin.ch/fr/infos/1, UNKNOWN",
    "https://webmail.bluewin.ch/, EMAIL",
    "https://mailchimp.com/resources/a, UNKNOWN",
    "https://zhidao.baidu.com/question/1, UNKNOWN",
    "https://baike.baidu.com/item/a, UNKNOWN",
    "https://pan.baidu.com/s/1, UNKNOWN",
    "https://zhidao.baidu.com/search?word=a, UNKNOWN",
    "https://m.baidu.com/, SEARCH",
    "https://image.baidu.com/, SEARCH",
    "https://keep.google.com/, UNKNOWN",
    "https://earth.google.com/web/, UNKNOWN",
    "https://colab.research.google.com/, UNKNOWN",
    "https://translate.google.com/, UNKNOWN",
    "https://maps.google.de/, UNKNOWN",
    "https://www.google.com/maps, UNKNOWN",
    "https://www.google.com/search?q=maps, SEARCH",
    "https://news.google.com/, SEARCH",
    "https://scholar.google.at/, SEARCH",
    "https://ipv4.google.com/search?q=a, SEARCH",
    "https://cn.bing.com/, SEARCH",
    "https://www4.bing.com/search?q=a, SEARCH",
    "https://rewards.bing.com/, UNKNOWN",
    "https://de.search.yahoo.com/, SEARCH",
    "https://r.search.yahoo.com/, SEARCH",
    "https://music.yandex.ru/, UNKNOWN",
    "https://n.maps.yandex.ru/, UNKNOWN",
    "https://yandex.com.tr/, SEARCH",
    "https://baike.so.com/, UNKNOWN",
    "https://m.so.com/, SEARCH",
    "https://help.duckduckgo.com/, UNKNOWN",
    "https://safe.duckduckgo.com/, SEARCH",
    "https://mail.ru/, UNKNOWN",
    "https://cloud.mail.ru/, UNKNOWN",
    "https://go.mail.ru/search?q=a, SEARCH",
    "https://my.mail.ru/, SOCIAL",
    "https://www.gmx.net/, UNKNOWN",
    "https://3c-bap.gmx.net/, EMAIL",
    "https://deref-gmx.net/, EMAIL",
    "https://web.de/, UNKNOWN",
    "https://lightmailer-bs.web.de/, EMAIL",
    "https://www.freenet.de/, UNKNOWN",
    "https://www.icloud.com/photos/, UNKNOWN",
    "https://www.icloud.com/mail/, EMAIL"
  })
  void pagesBesideSearchAndMailAreNeither(String referrer, Medium medium) {
    assertEquals(medium, of("/", referrer, BROWSER).medium());
  }

  @Test
  void nothingIsDirect() {
    assertEquals(Referral.DIRECT, of("/a?q=1", "-", BROWSER));
    assertEquals(Referral.DIRECT, of("/", "", null));
    assertEquals(Referral.DIRECT, of("/", "about:blank", BROWSER));
    assertEquals(Referral.DIRECT, of("/", "\"><script>", BROWSER));
  }

  @Test
  void readsSearchTerms() {
    Referral search = of("/", "https://www.bing.com/search?form=X&q=caf%C3%A9+%26+tea#a", BROWSER);
    assertEquals("café & tea", search.term());
    assertEquals("Bing", search.source());
    assertNull(of("/", "https://www.bing.com/search?q=", BROWSER).term());
    assertEquals("100% fun%", WebAddress.of("http://a.test/?q=100%+fun%").parameter("q"));
  }
}
