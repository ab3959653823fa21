package dev.earshot.pipelines.facts;

/** A brand, as a key: everything about it meets in one place. */
public record BrandKey(String brandId) {}
