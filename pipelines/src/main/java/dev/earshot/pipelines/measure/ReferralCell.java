package dev.earshot.pipelines.measure;

/**
 * One number of one brand, network and day.
 *
 * @param brandId the brand
 * @param network the network, or all
 * @param day days since the epoch
 * @param count what is counted
 */
record ReferralCell(String brandId, String network, int day, ReferralCount count) {}
