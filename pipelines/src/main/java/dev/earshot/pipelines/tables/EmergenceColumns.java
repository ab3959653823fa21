package dev.earshot.pipelines.tables;

import org.jspecify.annotations.Nullable;

/** Whether more speak of something than before. */
@Columns
public record EmergenceColumns(
    @Column(
            doc =
                "How much larger the share of authors who speak of it is than in the 28 days before,"
                    + " in standard errors: the difference of log odds with an informative prior"
                    + " (Monroe, Colaresi and Quinn 2008), which is the share over all brands of the"
                    + " run",
            unit = "standard errors",
            nullMeans =
                "too few of the days before are covered: of the 28, seven for a window of one day,"
                    + " all for a longer one")
        @Nullable Double emergenceZScore,
    @Column(
            doc =
                "Chance of so many authors where the share did not rise (exact), after"
                    + " Benjamini-Hochberg over what is spoken of in the same window",
            unit = "probability",
            nullMeans = "see emergence_z_score")
        @Nullable Double emergenceQValue,
    @Column(
            doc = "True where emergence_q_value is at most 0.05",
            nullMeans = "see emergence_z_score")
        @Nullable Boolean isEmerging) {
  /** Not compared with what was before. */
  public static final EmergenceColumns NONE = new EmergenceColumns(null, null, null);
}
