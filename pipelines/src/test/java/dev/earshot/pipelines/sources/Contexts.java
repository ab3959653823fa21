package dev.earshot.pipelines.sources;

import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.spec.Siblings;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.times.LocalTimes;
import org.jspecify.annotations.Nullable;

/** What a run knows of files, made up for tests. */
public final class Contexts {
  /** No account is a brand's, and no zone is known. */
  public static final SourceContext NOBODY =
      of(new ChatAccounts(LocalTimes.UNKNOWN, (network, account) -> false));

  private Contexts() {}

  public static SourceContext of(ChatAccounts accounts) {
    return new SourceContext(ReadLimits.DEFAULT, accounts, null, null, null, null, Siblings.NONE);
  }

  static SourceContext of(@Nullable ExportOwner owner, Siblings siblings) {
    return new SourceContext(
        ReadLimits.DEFAULT, NOBODY.accounts(), null, null, owner, null, siblings);
  }
}
