package dev.earshot.pipelines.evaluate;

import dev.earshot.models.evaluation.EvaluationTask;
import dev.earshot.models.evaluation.QualityReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param rows how many records the file has, and how many of them could not be scored
 * @param firstFault what is wrong with the first that cannot be read, or null
 * @param unknownLabels the labels that no scheme knows, with their records
 * @param language what texts without a stated language were taken for; null where each was told
 * @param texts texts that were timed
 * @param postsPerSecond of the processor time of one core, after warming up
 * @param quality the answers against the labels
 * @param shares the shares of the classes; null for rows with several classes
 * @param counts rows with an answer by language, actual * classes + predicted
 * @param wholeText for target sentiment, the same with the text's sentiment for every target
 */
public record EvaluationResult(
    EvaluationTask task,
    Rows rows,
    @Nullable String firstFault,
    Map<String, Long> unknownLabels,
    @Nullable String language,
    long texts,
    @Nullable Double postsPerSecond,
    QualityReport quality,
    Shares.@Nullable Result shares,
    Map<String, long[]> counts,
    @Nullable QualityReport wholeText) {

  /**
   * Records of a file, by what became of them; all others were scored.
   *
   * @param all records of the file
   * @param unreadable that cannot be read
   * @param unlabelled with an empty label
   * @param leftOut whose label is no class of the task
   * @param unknown whose label no scheme knows
   */
  public record Rows(long all, long unreadable, long unlabelled, long leftOut, long unknown) {}
}
