package dev.earshot.pipelines.facts;

/**
 * Who used a phrase in mentions of a brand on a day.
 *
 * @param day local date of the brand, days since the epoch
 */
public record PhraseDay(String brandId, int day, PhraseCount count) {}
