package dev.earshot.pipelines.listen;

import dev.earshot.models.understanding.AnalyzerKind;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what the rows of a run are. Small, and without any secret: it travels to
 * the workers with the job.
 *
 * @param runId the run
 * @param brandsYaml the brand file's text
 * @param brandsName the brand file's name, for messages
 * @param mappingYaml the column mapping's text, or null without one
 * @param mappingName the column mapping's name, for messages
 * @param analysis which analyzer understands the texts
 * @param definitions what users may define themselves
 * @param key where the pseudonymisation key comes from
 * @param dates the dates that the run replaces
 * @param asOfMicros the clock of the run, or null for the latest time in the input
 * @param keepsText whether public texts are written
 * @param staging the folder that receives the files
 * @param inputBytes size of all input, from which shuffle partitions are sized
 */
public record ListenSettings(
    String runId,
    String brandsYaml,
    String brandsName,
    @Nullable String mappingYaml,
    @Nullable String mappingName,
    AnalyzerKind analysis,
    Definitions definitions,
    KeySource key,
    DateScope dates,
    @Nullable Long asOfMicros,
    boolean keepsText,
    String staging,
    long inputBytes)
    implements Serializable {}
