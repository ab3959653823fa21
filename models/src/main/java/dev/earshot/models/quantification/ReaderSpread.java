package dev.earshot.models.quantification;

/**
 * What a reader's net sentiment lacks for several brands at once, and how well that is known.
 *
 * @param bias to be added to the net sentiment of each brand
 * @param sharedVariance of the bias that all brands have in common: it is in none of their
 *     differences
 * @param brandVariance of what the bias of each brand differs by
 * @param degreesOfFreedom of these variances
 */
public record ReaderSpread(
    double bias, double sharedVariance, double brandVariance, double degreesOfFreedom) {}
