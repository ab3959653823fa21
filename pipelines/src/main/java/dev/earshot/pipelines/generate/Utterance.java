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
 * @param polarity toward the brand it was made for
 * @param topic id of the topic, empty for none
 * @param intents what the writer wants
 * @param language the true language, ISO 639-1
 * @param statedLanguage the language that the record states
 */
record Utterance(
    String text,
    Polarity polarity,
    String topic,
    List<Intent> intents,
    String language,
    @Nullable String statedLanguage) {

  boolean isEnglish() {
    return language.equals("en");
  }

  /** The same with something at its end. */
  Utterance with(String ending) {
    return new Utterance(text + ending, polarity, topic, intents, language, statedLanguage);
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
    return new Utterance(
        text.append(ending).toString(),
        meaning.polarity(),
        meaning.topic(),
        meaning.intents(),
        language,
        statedLanguage);
  }
}
