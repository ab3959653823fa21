package dev.earshot.models.text;

/** What kind of thing a token of social text is. */
public enum TokenType {
  WORD,
  NUMBER,
  HANDLE,
  HASHTAG,
  URL,
  EMAIL,
  EMOJI,
  EMOTICON,
  PUNCTUATION
}
