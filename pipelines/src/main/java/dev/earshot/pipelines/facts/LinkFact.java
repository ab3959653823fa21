package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.run.SitePaths;

/**
 * A public post with a link to a page of the brand's site.
 *
 * @param brandId whose site it is
 * @param path the page, as {@link SitePaths} writes it, without a slash at its end
 * @param postedAtMicros when it was posted
 * @param day the date where the brand reports
 */
public record LinkFact(String brandId, String path, long postedAtMicros, int day) {}
