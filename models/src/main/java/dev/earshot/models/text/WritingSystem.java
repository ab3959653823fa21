package dev.earshot.models.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scripts that tell a language, or narrow it down. */
enum WritingSystem {
  NONE(null),
  LATIN(null),
  CYRILLIC(null),
  ARABIC(null),
  HAN("zh"),
  HIRAGANA("ja"),
  KATAKANA("ja"),
  HANGUL("ko"),
  GREEK("el"),
  HEBREW("he"),
  DEVANAGARI("hi"),
  BENGALI("bn"),
  TAMIL("ta"),
  THAI("th"),
  TELUGU("te"),
  KANNADA("kn"),
  MALAYALAM("ml"),
  GUJARATI("gu"),
  GURMUKHI("pa"),
  SINHALA("si"),
  KHMER("km"),
  LAO("lo"),
  MYANMAR("my"),
  GEORGIAN("ka"),
  ARMENIAN("hy");

  /** All of them; the position in this list is what {@link #indexOf} gives. */
  static final List<WritingSystem> ALL = List.of(values());

  private static final byte[] BASIC_PLANE = basicPlane();

  private final @Nullable String language;

  WritingSystem(@Nullable String language) {
    this.language = language;
  }

  /** The language that all text in this script is taken for, or null where there are several. */
  @Nullable String language() {
    return language;
  }

  /** Whether several languages in this script are told apart by the model. */
  boolean hasModel() {
    return this == LATIN || this == CYRILLIC || this == ARABIC;
  }

  /** Position in {@link #ALL} of the script of a letter; of {@link #NONE} for anything else. */
  static int indexOf(char c) {
    return BASIC_PLANE[c];
  }

  private static byte[] basicPlane() {
    byte[] indices = new byte[0x10000];
    for (int c = 0; c < indices.length; c++) {
      if (Character.isLetter(c)) {
        indices[c] = (byte) Math.max(0, ALL.indexOf(named(Character.UnicodeScript.of(c).name())));
      }
    }
    return indices;
  }

  private static WritingSystem named(String script) {
    for (WritingSystem system : ALL) {
      if (system.name().equals(script)) {
        return system;
      }
    }
    return NONE;
  }
}
