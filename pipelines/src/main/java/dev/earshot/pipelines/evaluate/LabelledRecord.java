package dev.earshot.pipelines.evaluate;

import dev.earshot.models.accounts.AccountProfile;
import org.jspecify.annotations.Nullable;

/**
 * A record of a labelled file.
 *
 * @param number from 1, every record of the file counted
 * @param label as the file has it; null for a record that cannot be read
 * @param text without what downloads do to texts
 * @param target what the label is about; empty for the text as a whole
 * @param language as stated; null where it is to be told
 * @param profile of the account that the record is about; null for a text
 * @param group what the record is counted with; empty without a column of groups
 */
record LabelledRecord(
    long number,
    @Nullable String label,
    String text,
    String target,
    @Nullable String language,
    @Nullable AccountProfile profile,
    String group) {}
