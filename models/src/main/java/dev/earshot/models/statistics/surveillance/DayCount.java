package dev.earshot.models.statistics.surveillance;

/**
 * What is counted on a day.
 *
 * @param day since the epoch, a Thursday
 * @param count what is watched, such as the authors who complain
 * @param others what it is measured against, such as all other authors
 */
public record DayCount(int day, long count, long others) {}
