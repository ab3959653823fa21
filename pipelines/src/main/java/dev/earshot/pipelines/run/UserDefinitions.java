package dev.earshot.pipelines.run;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users may define themselves, as the texts of their files.
 *
 * @param topicsYaml the topics, empty for the shipped ones
 * @param dimensionsYaml the dimensions of reputation and their weights, or null for the shipped
 *     ones
 * @param calibration labelled counts that correct net sentiment, or null without; see {@link
 *     dev.earshot.models.quantification.CalibrationFile}
 * @param engagementsYaml what counts as an engagement, beyond what is shipped, or null
 */
public record UserDefinitions(
    List<String> topicsYaml,
    @Nullable String dimensionsYaml,
    @Nullable String calibration,
    @Nullable String engagementsYaml)
    implements Serializable {
  /** Only what is shipped. */
  public static final UserDefinitions SHIPPED = new UserDefinitions(List.of(), null, null, null);
}
