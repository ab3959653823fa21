package dev.earshot.pipelines.sources.fields;

import com.google.errorprone.annotations.Immutable;

/** A field of the canonical formats. Its {@code ordinal} is its slot in a {@link RecordDraft}. */
public interface RecordField {
  /** What a field holds, and so how it is read. */
  enum Kind {
    /** Any text, the empty one too. */
    TEXT,
    /** A name of letters, digits, dots, underscores and hyphens, kept in lower case. */
    NAME,
    /** An id: text or a whole number. */
    ID,
    /** An account name; a leading at sign is dropped. */
    HANDLE,
    /** A BCP 47 tag, of which the primary part is kept. */
    LANGUAGE,
    /** A word; the empty one is none. */
    WORD,
    /** A moment with a time zone. */
    TIMESTAMP,
    /** A whole number of at least 0. */
    COUNT,
    /** A decimal number of at most six places, kept in millionths. */
    DECIMAL,
    /** True or false. */
    FLAG,
    /** An object with fields of its own. */
    OBJECT
  }

  /**
   * What a field is called and how it is read.
   *
   * @param path the name in the documentation, mapping files and rejections, such as {@code text}
   * @param kind what it holds
   * @param isRequired whether a record without it is rejected
   */
  @Immutable
  record Spec(String path, Kind kind, boolean isRequired) {}

  /** What it is called and how it is read. */
  Spec spec();

  /** Its slot. */
  int ordinal();

  /** The name in the documentation, mapping files and rejections, such as {@code text}. */
  default String path() {
    return spec().path();
  }

  /** What it holds. */
  default Kind kind() {
    return spec().kind();
  }

  /** Whether a record without it is rejected. */
  default boolean isRequired() {
    return spec().isRequired();
  }
}
