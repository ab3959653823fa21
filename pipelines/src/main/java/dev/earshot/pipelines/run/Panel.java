package dev.earshot.pipelines.run;

import java.util.List;

/**
 * Brands that are compared with one another.
 *
 * @param version the first 12 hexadecimal digits of the SHA-256 of the ids, a line each
 * @param brandIds sorted
 */
public record Panel(String version, List<String> brandIds) {}
