package dev.earshot.pipelines.listen;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What users may define themselves, as the texts of their files; null for what is shipped.
 *
 * @param topicsYaml the topics
 * @param dimensionsYaml the dimensions of reputation and their weights
 */
public record Definitions(@Nullable String topicsYaml, @Nullable String dimensionsYaml)
    implements Serializable {
  /** Only what is shipped. */
  public static final Definitions SHIPPED = new Definitions(null, null);
}
