package dev.earshot.pipelines.listen;

import java.io.Serializable;

/**
 * One input file, recognised and ready to read.
 *
 * @param index its place in the list of sources; orders versions of the same record
 * @param name the name in tables and messages
 * @param location what Beam's file systems open
 * @param kind posts or messages
 * @param format the format's name
 * @param isSplittable whether ranges of it can be read apart
 * @param bytes its size
 */
public record SourceFile(
    int index,
    String name,
    String location,
    Kind kind,
    String format,
    boolean isSplittable,
    long bytes)
    implements Serializable {

  /** What a file holds. */
  public enum Kind {
    POSTS("posts"),
    MESSAGES("messages");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The name in tables. */
    public String code() {
      return code;
    }
  }
}
