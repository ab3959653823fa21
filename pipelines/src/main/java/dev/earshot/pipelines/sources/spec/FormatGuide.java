package dev.earshot.pipelines.sources.spec;

import dev.earshot.pipelines.sources.Format;

/**
 * Manual entry of a format: what a user needs to know of it. All entries make {@code
 * docs/formats.md}.
 *
 * @param platform whose it is
 * @param example an argument of the command line
 * @param origin how a user gets such a file
 * @param missing what it does not tell, which becomes NULL
 */
public record FormatGuide(String platform, String example, String origin, String missing) {
  /** The part of the page that is about a format. */
  String section(Format format) {
    return """

        ## %s

        | | |
        |---|---|
        | platform | %s |
        | holds | %s |
        | for example | `--%s %s` |
        | how to get it | %s |
        | does not tell (NULL) | %s |
        """
        .formatted(
            format.code(),
            platform,
            format.kind().code(),
            format.kind().code(),
            example,
            origin,
            missing);
  }
}
