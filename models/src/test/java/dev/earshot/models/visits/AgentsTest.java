package dev.earshot.models.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** User agents as programs and people send them today. */
class AgentsTest {
  private static final Agents AGENTS = new Agents();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http.rb/5.1.1 (Mastodon/4.2.10; +https://social.example/)",
        "Mastodon/4.3.0 (http.rb/5.2.0; +https://social.example/)",
        "Pleroma 2.6.0; https://pl.example <admin@pl.example>",
        "Akkoma 3.13.2; https://ak.example",
        "Misskey/2024.11.0 (https://mk.example)",
        "Friendica 'Yellow Archangel' 2024.12-1571; https://fr.example",
        "(Pixelfed/0.12.4; +https://px.example)",
        "PeerTube/6.3.2 (+https://pt.example)",
        "gotosocial/0.17.3 (+https://gts.example)",
        "Lemmy/0.19.5; +https://lemmy.example",
        "Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8 Build/UQ1A.240105.004)",
        "Shop/1.0 CFNetwork/1568.200.51 Darwin/24.1.0",
        "okhttp/4.12.0",
        "Google-Safety",
        "Tumblr/14.0.835.186",
        "Rocket.Chat/6.12",
        "mattermost-5.9.0",
        "WordPress/6.7; https://blog.example",
        "Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)",
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 (compatible;"
            + " Google-InspectionTool/1.0;)",
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/139.0.0.0 Mobile Safari/537.36 (compatible; GoogleOther)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
            + " Safari/537.36 PTST/250101.120000",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
            + " Safari/537.36 DatadogSynthetics",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
            + " Safari/537.36 GTmetrix",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Cypress/13.6.2"
            + " Chrome/114.0.5735.289 Electron/25.8.4 Safari/537.36",
        "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
        "Mozilla/5.0 (Java) outbrain",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.11; rv:49.0) Gecko/20100101 Firefox/49.0"
            + " (FlipboardProxy/1.2; +http://flipboard.com/browserproxy)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Claude-User/1.0;"
            + " +Claude-User@anthropic.com)"
      })
  void programs(String agent) {
    assertEquals(AgentKind.DECLARED_BOT, AGENTS.of(agent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Mozilla/5.0 (X11; Linux x86_64; rv:136.0) Gecko/20100101 Firefox/136.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/26.0 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/21F79 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; en_US; en;"
            + " scale=3.00; 1170x2532; 607000000)",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/466.0.0.41.109;FBBV/602000000]",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 [LinkedInApp]/9.29.7000",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 Reddit/Version 2024.20.0/Build 614000/iOS Version 17.5",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 musical_ly_34.9.0 JsSdk/2.0 NetType/WIFI Channel/App Store"
            + " ByteLocale/en Region/US FalconTag/0 BytedanceWebview/d8a21c6",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/17.5 Mobile/15E148 Snapchat/12.90.0.45 (like Safari/8618.2.12.10.9,"
            + " panda)",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Mattermost/5.9.0 Chrome/126.0.6478.127 Electron/31.2.1 Safari/537.36",
        "Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)",
        "Opera/9.64 (Windows NT 6.0; U; en) Presto/2.1.1"
      })
  void people(String agent) {
    assertEquals(AgentKind.BROWSER, AGENTS.of(agent));
  }
}
