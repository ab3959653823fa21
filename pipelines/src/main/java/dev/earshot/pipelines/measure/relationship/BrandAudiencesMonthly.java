package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.AccountFact;
import dev.earshot.pipelines.facts.ProfileFact.Account;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandAudienceMonthlyRow;
import java.util.List;

/** {@code brand_audiences_monthly}: who engages with a brand, fake friends and customers. */
public final class BrandAudiencesMonthly {
  /** What is known of accounts, of all days. */
  public static final Facts<NoKey, AccountFact> ACCOUNTS = Facts.of("Accounts", AccountFact.class);

  private static final int LONGEST_MONTHS_DAYS = 31;

  /** A month; what accounts look like is read whole. */
  private static final Context CONTEXT =
      InputContext.MENTION
          .or(InputContext.PUBLIC_CONVERSATION)
          .over(new Reach(LONGEST_MONTHS_DAYS - 1, 0));

  private static final Measure<AudienceMember> MEMBERS =
      Measure.ofFacts("AudienceMembers", AudienceMember.class)
          .reaching(CONTEXT)
          .from(
              Groups.<Account, AccountFact>of(
                  "AudienceFactsByAccount", ACCOUNTS, Account.class, AccountFact::account))
          .rows((account, facts, run) -> KnownAccount.members(account, facts, run));

  private static final Groups<AudienceKey, AudienceMember> AUDIENCES =
      Groups.<NoKey, AudienceMember, AudienceKey, AudienceMember>of(
              "MembersByAudience",
              Facts.made("AudienceMembers", AudienceMember.class, List.of(MEMBERS)),
              AudienceKey.class,
              AudienceMember.class,
              (none, member, run, out) -> out.accept(AudienceKey.of(member, run), member))
          .lookingUp(InputCoverage.BY_SOURCE);

  public static final Measure<BrandAudienceMonthlyRow> MEASURE =
      Measure.of(BrandAudienceMonthlyRow.class)
          .reaching(CONTEXT)
          .from(AUDIENCES)
          .rows((key, members, run) -> AudienceMonth.of(key, members).rows(run));

  private BrandAudiencesMonthly() {}
}
