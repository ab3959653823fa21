package dev.earshot.pipelines.generate;

import java.nio.file.Path;

/**
 * What to generate.
 *
 * @param posts records in {@code posts/}, repeated and broken ones included, from 100 to a thousand
 *     million
 * @param brands number of brands, from 1 to {@value #MAX_BRANDS}
 * @param days days of data from 2026-03-01 (UTC), from 1 to 366
 * @param seed the same seed gives the same bytes
 * @param out folder to write, absent or empty
 * @param badRate share of broken records, from 0 to 0.5; with 0 no file is truncated either
 */
public record GeneratorOptions(
    long posts, int brands, int days, long seed, Path out, double badRate) {
  /** The number of fictional brands that there are names for. */
  public static final int MAX_BRANDS = 24;

  /** The share of broken records where none is stated. */
  public static final double DEFAULT_BAD_RATE = 0.02;

  private static final long MAX_POSTS = 1_000_000_000L;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with the option's name, its range and the value given
   */
  public GeneratorOptions {
    requireWithin("posts", posts, 100, MAX_POSTS);
    requireWithin("brands", brands, 1, MAX_BRANDS);
    requireWithin("days", days, 1, 366);
    if (!(badRate >= 0 && badRate <= 0.5)) {
      throw new IllegalArgumentException("bad-rate must be from 0 to 0.5, but was " + badRate);
    }
  }

  private static void requireWithin(String name, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(
          name + " must be from " + lowest + " to " + highest + ", but was " + value);
    }
  }
}
