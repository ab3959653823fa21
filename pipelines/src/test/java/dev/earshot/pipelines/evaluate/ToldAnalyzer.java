package dev.earshot.pipelines.evaluate;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.understanding.TextAnalyzer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An analyzer whose answers stand in the texts: "bad" is negative, "good" positive, at 0.8; "mute"
 * has no answer; spans are looked at alone.
 */
final class ToldAnalyzer implements TextAnalyzer {
  @Override
  public Understanding understand(
      String text, @Nullable String statedLanguage, List<TextSpan> targets) {
    Set<Intent> intents = EnumSet.noneOf(Intent.class);
    if (text.contains("broken")) {
      intents.add(Intent.COMPLAINT);
    }
    if (text.contains("please")) {
      intents.add(Intent.SUGGESTION);
    }
    List<Sentiment> toward = new ArrayList<>();
    for (TextSpan span : targets) {
      int end = Math.min(text.length(), span.end() + 5);
      toward.add(
          span.equals(TextSpan.WHOLE)
              ? sentiment(text)
              : sentiment(text.substring(span.start(), end)));
    }
    boolean isMute = text.contains("mute");
    return new Understanding(
        statedLanguage,
        isMute ? null : sentiment(text),
        isMute ? List.of() : toward,
        List.of(),
        List.of(),
        intents);
  }

  private static Sentiment sentiment(String text) {
    if (text.contains("bad")) {
      return new Sentiment(0.8, 0.1, 0.1);
    }
    return text.contains("good") ? new Sentiment(0.1, 0.1, 0.8) : new Sentiment(0.1, 0.8, 0.1);
  }
}
