package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.generate.Fillers.Filler;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes texts whose meaning is known. */
final class TextComposer {
  private static final Phrase PLAIN = new Phrase("", Polarity.NEUTRAL, "", List.of());
  private static final double STATED_ENGLISH = 0.7;

  private final SeededRandom random;
  private final Fillers fillers;
  private final StringBuilder scratch = new StringBuilder(160);

  TextComposer(SeededRandom random) {
    this(random, 0);
  }

  /** One whose texts differ from those of another that begins well before or after it. */
  TextComposer(SeededRandom random, long firstFiller) {
    this.random = random;
    fillers = new Fillers(firstFiller);
  }

  /** A text that names the brand, in any language. */
  Utterance mention(FictionalBrand brand, Network network) {
    if (random.chance(0.12)) {
      return foreign(brand);
    }
    Phrase phrase = opinion(brand);
    return english(phrase, named(brand, network), "", mood(phrase.polarity()));
  }

  /** An English text that calls the brand by its handle: kind words, or a technical issue. */
  Utterance contact(FictionalBrand brand, boolean isServiceIssue) {
    Phrase[] phrases = isServiceIssue ? EnglishPhrases.ISSUES : EnglishPhrases.KIND_WORDS;
    return english(random.pick(phrases), "@" + brand.handle(), "", "");
  }

  /** An English text that praises the one brand and blames the other. */
  Utterance comparison(FictionalBrand praised, FictionalBrand blamed) {
    Phrase phrase = random.pick(EnglishPhrases.COMPARISONS);
    return english(phrase, praised.spoken(), blamed.spoken(), "");
  }

  /** An English answer to a post of a brand; it addresses the brand without naming it. */
  Utterance answer() {
    Phrase phrase = random.pick(EnglishPhrases.ANSWERS);
    return english(phrase, "", "", mood(phrase.polarity()));
  }

  /** A text about no brand. */
  Utterance stray() {
    return plain(random.pick(EnglishPhrases.STRAY), "", stated());
  }

  Utterance ownPost(FictionalBrand brand) {
    return plain(random.pick(EnglishPhrases.OWN_POSTS), "@" + brand.handle(), "en");
  }

  Utterance ownReply() {
    return plain(random.pick(EnglishPhrases.OWN_REPLIES), "", "en");
  }

  private Utterance plain(String template, String brand, @Nullable String statedLanguage) {
    Filler filler = fillers.next();
    String core = fill(template, brand, "");
    return Utterance.of(fillers, filler, filler.frame(), core, "", PLAIN, "en", statedLanguage);
  }

  private Utterance english(Phrase phrase, String first, String second, String ending) {
    Filler filler = fillers.next();
    String core = fill(phrase.template(), first, second);
    return Utterance.of(fillers, filler, filler.frame(), core, ending, phrase, "en", stated());
  }

  private Utterance foreign(FictionalBrand brand) {
    ForeignPhrases language = random.pick(ForeignPhrases.ALL);
    Polarity polarity = random.pick(Polarity.values());
    Phrase meaning = new Phrase("", polarity, "", List.of());
    String code = language.name().toLowerCase(Locale.ROOT);
    String core = fill(language.pick(polarity, random), brand.spoken(), "");
    Filler filler = fillers.next();
    return Utterance.of(fillers, filler, language.frame, core, "", meaning, code, code);
  }

  /** A phrase about the brand: some brands are spoken of more kindly than others. */
  private Phrase opinion(FictionalBrand brand) {
    Phrase phrase = random.pick(EnglishPhrases.MENTIONS);
    double mercy = 0.3 * (brand.index() % 3);
    boolean isSpared = phrase.polarity() == Polarity.NEGATIVE && random.chance(mercy);
    return isSpared ? random.pick(EnglishPhrases.MENTIONS) : phrase;
  }

  private @Nullable String stated() {
    return random.chance(STATED_ENGLISH) ? "en" : null;
  }

  private String named(FictionalBrand brand, Network network) {
    double at = random.nextDouble();
    if (at < 0.50) {
      return brand.spoken();
    }
    if (at < 0.60) {
      return brand.near().isEmpty() ? brand.alias() : brand.spoken();
    }
    if (at < 0.66) {
      return "https://www." + brand.domain() + "/" + random.pick(EnglishPhrases.PRODUCTS);
    }
    return at < 0.82 && network != Network.REDDIT ? "@" + brand.handle() : "#" + brand.hashtag();
  }

  private String mood(Polarity polarity) {
    if (random.chance(0.5)) {
      return "";
    }
    return switch (polarity) {
      case POSITIVE -> " " + random.pick(EnglishPhrases.GLAD);
      case NEGATIVE -> " " + random.pick(EnglishPhrases.SAD);
      case NEUTRAL -> " " + random.pick(EnglishPhrases.HASHTAGS);
    };
  }

  private String fill(String template, String first, String second) {
    scratch.setLength(0);
    int length = template.length();
    for (int at = 0; at < length; at++) {
      char letter = template.charAt(at);
      if (letter == '{') {
        scratch.append(slot(template.charAt(at + 1), first, second));
        at += 2;
      } else {
        scratch.append(letter);
      }
    }
    return scratch.toString();
  }

  private String slot(char name, String first, String second) {
    return switch (name) {
      case 'B' -> first;
      case 'C' -> second;
      case 'P' -> random.pick(EnglishPhrases.PRODUCTS);
      case 'T' -> random.pick(EnglishPhrases.TIMES);
      case 'D' -> random.pick(EnglishPhrases.DURATIONS);
      default -> random.pick(EnglishPhrases.INTENSIFIERS);
    };
  }
}
