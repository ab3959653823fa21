package dev.earshot.pipelines.evaluate;

import dev.earshot.models.evaluation.EvaluationTask;
import dev.earshot.models.evaluation.QualityReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param rows records of the file; the sum of the scored and of the five counts that follow
 * @param unreadable records that cannot be read
 * @param firstFault what is wrong with the first of them, or null
 * @param unlabelled records with an empty label
 * @param leftOut records whose label is no class of the task
 * @param unknown records whose label no scheme knows
 * @param unknownLabels the words of these, with their records
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
    long rows,
    long unreadable,
    @Nullable String firstFault,
    long unlabelled,
    long leftOut,
    long unknown,
    Map<String, Long> unknownLabels,
    @Nullable String language,
    long texts,
    @Nullable Double postsPerSecond,
    QualityReport quality,
    Shares.@Nullable Result shares,
    Map<String, long[]> counts,
    @Nullable QualityReport wholeText) {}
