package dev.earshot.pipelines.sources;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The account that an export belongs to, where its files do not repeat it.
 *
 * @param accountId the platform's id
 * @param handle the account's handle without the at sign
 */
public record ExportOwner(String accountId, @Nullable String handle) implements Serializable {}
