package dev.earshot.models.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTrieTest {

  @ParameterizedTest
  @CsvSource({
    "price, prices",
    "price, PRICED",
    "price, pricing",
    "delivery, deliveries",
    "crash, crashes",
    "crash, crashed",
    "ship, shipped",
    "ship, shipping",
    "cancel, cancelled",
    "cancel, canceling",
    "try, tried",
    "cookie, cookies",
    "app, app's",
    "app, app\u2019s",
    "dont, don't",
    "don't, DON\u2019T",
    "don't, dont",
    "good, goooood",
    "outage, #Outage",
    "pass, passes",
    "pay, paying",
    "charge, charged",
    "404, 404",
    "1000, 1000",
    "na\u00EFve, NA\u00CFVE"
  })
  void findsInflections(String phrase, String text) {
    assertEquals(List.of("0-1"), find(true, text, phrase));
  }

  @ParameterizedTest
  @CsvSource({
    "hat, hate",
    "pricing, price",
    "clas, class",
    "ill, i'll",
    "well, we'll",
    "10, 100",
    "k, king",
    "plane, plan",
    "1000, 100"
  })
  void keepsOthersApart(String phrase, String text) {
    assertEquals(List.of(), find(true, text, phrase));
  }

  @Test
  void inflectsEnglishOnly() {
    assertEquals(List.of(), find(false, "preisen prices", "preise", "price"));
    assertEquals(List.of("0-1"), find(false, "Preise", "preise"));
  }

  @Test
  void findsEveryPhraseThatStartsAtAToken() {
    assertEquals(
        List.of("0-1", "0-3", "2-3"),
        find(true, "log me out", "log", "log me out", "out", "log me in"));
  }

  @Test
  void fillsPlaceholders() {
    assertEquals(List.of("0-3"), find(true, "reset the password", "reset <any> password"));
    assertEquals(List.of("1-2", "2-3"), find(true, "see https://a.com 17", "<url>", "<number>"));
  }

  @Test
  void refusesPhrasesThatCannotMatch() {
    PhraseTrie.Builder trie = new PhraseTrie.Builder();
    assertEquals("unknown placeholder <link>", trie.add("see <link>", 0));
    assertEquals("<any> can neither begin nor end a phrase", trie.add("see <any>", 0));
    assertEquals("the phrase is empty", trie.add("  ", 0));
    assertEquals("a word is longer than 64 characters", trie.add("ab".repeat(40), 0));
    assertNull(trie.add("fine", 0));
  }

  @Test
  void holdsThousandsOfPhrases() {
    PhraseTrie.Builder trie = new PhraseTrie.Builder();
    for (int i = 0; i < 20_000; i++) {
      assertNull(trie.add("word" + i + " next" + i, i));
    }
    PhraseTrie built = trie.build();
    TokenForms forms = new TokenForms();
    for (int i = 0; i < 20_000; i++) {
      forms.read(new Tokenizer().tokenize("word" + i + " next" + i), true);
      List<Integer> found = new ArrayList<>();
      built.findAt(forms, 0, (payload, start, end) -> found.add(payload));
      assertEquals(List.of(i), found);
      assertFalse(built.mayStartAt(forms, 1));
    }
  }

  private static List<String> find(boolean english, String text, String... phrases) {
    PhraseTrie.Builder builder = new PhraseTrie.Builder();
    for (int i = 0; i < phrases.length; i++) {
      assertNull(builder.add(phrases[i], i));
    }
    PhraseTrie trie = builder.build();
    TokenForms forms = new TokenForms();
    forms.read(new Tokenizer().tokenize(text), english);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      trie.findAt(forms, i, (payload, start, end) -> found.add(start + "-" + end));
    }
    return found;
  }
}
