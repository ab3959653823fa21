package dev.earshot.pipelines.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.listen.PersonFact.MentionFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonSumsTest {
  private static final int POSTS = 1_000_000;
  private static final int DAYS = 28;

  /** In 48 MiB of heap a million posts of one author do not fit, what they add up to does. */
  @Test
  void anAuthorOfAMillionPostsIsNeverHeldInMemory() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HotAuthor.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    // Every third post is negative; a phrase and day has one author.
    assertEquals("28 phrases, 1000000 mentions, 28 authors, 28 negative authors", said.strip());
  }

  /** A process of its own, since the heap is what is tested. */
  static final class HotAuthor {
    public static void main(String[] arguments) {
      PersonSums sums = new PersonSums(fact(0));
      WindowAccumulator windows = new WindowAccumulator();
      for (int post = 0; post < POSTS; post++) {
        sums.add(fact(post), windows);
      }
      sums.addTo(windows);
      long mentions = 0;
      long authors = 0;
      long negative = 0;
      for (PhraseCount count : sums.phrases().values()) {
        mentions += count.mentions();
        authors += count.authors();
        negative += count.negativeAuthors();
      }
      System.out.printf(
          "%d phrases, %d mentions, %d authors, %d negative authors%n",
          sums.phrases().size(), mentions, authors, negative);
    }

    private static PersonFact fact(int post) {
      Polarity polarity = post % 3 == 0 ? Polarity.NEGATIVE : Polarity.POSITIVE;
      return new PersonFact(
          "heron",
          "x",
          "a hash of an author",
          new MentionFact(
              post % DAYS, "en", polarity, true, List.of("delivery"), 0, List.of("late parcel")),
          null);
    }
  }
}
