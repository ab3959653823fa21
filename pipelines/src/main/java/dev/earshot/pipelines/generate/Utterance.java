package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.generate.Fillers.Filler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with its known meaning.
 *
 * @param text as it is first written
 * @param name a name in the text
 * @param otherName what a near-copy has in its place
 * @param polarity toward the brand it was made for
 * @param topic id of the topic, empty for none
 * @param intents what the writer wants
 * @param language the true language, ISO 639-1
 * @param statedLanguage the language that the record states
 */
record Utterance(
    String text,
    String name,
    String otherName,
    Polarity polarity,
    String topic,
    List<Intent> intents,
    String language,
    @Nullable String statedLanguage) {

  boolean isEnglish() {
    return language.equals("en");
  }

  /** The text with one word changed. */
  String nearCopy() {
    return text.replace(name, otherName);
  }

  /** Puts the parts of a text together. */
  static Utterance of(
      Fillers fillers,
      Filler filler,
      String frame,
      String core,
      String ending,
      Phrase meaning,
      String language,
      @Nullable String statedLanguage) {
    StringBuilder text = new StringBuilder(240).append(core);
    boolean closed = !core.isEmpty() && !Character.isLetterOrDigit(core.charAt(core.length() - 1));
    text.append(closed ? " " : ". ");
    fillers.append(text, filler, frame);
    int index = filler.indexes()[2];
    return new Utterance(
        text.append(ending).toString(),
        fillers.name(index),
        fillers.name(index + 1),
        meaning.polarity(),
        meaning.topic(),
        meaning.intents(),
        language,
        statedLanguage);
  }
}
