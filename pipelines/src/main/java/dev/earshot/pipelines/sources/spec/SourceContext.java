package dev.earshot.pipelines.sources.spec;

import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * What a format may need besides the bytes of a file: what the user stated, and what other files
 * tell. Each format takes its part.
 *
 * @param limits of records and decompression
 * @param accounts what chat exports leave out
 * @param mapping the columns of a mapped table, or null for other formats
 * @param logFormat of access logs as the server's configuration has it, or null to tell it by the
 *     line
 * @param owner the account that an export belongs to, or null where unknown
 * @param brandId the brand of records that name none, or null where each must
 * @param siblings the other files of its folder
 */
public record SourceContext(
    ReadLimits limits,
    ChatAccounts accounts,
    @Nullable Mapping mapping,
    @Nullable String logFormat,
    @Nullable ExportOwner owner,
    @Nullable String brandId,
    Siblings siblings) {

  /** The mapping of a format that needs one: the command line refuses files without. */
  public Mapping neededMapping() {
    if (mapping == null) {
      throw new IllegalStateException("a mapped format without mapping: checked before the run");
    }
    return mapping;
  }
}
