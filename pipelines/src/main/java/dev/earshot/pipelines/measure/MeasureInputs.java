package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.people.AddPhrases;
import dev.earshot.pipelines.listen.people.PeopleTags;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.shop.ShopTags;
import dev.earshot.pipelines.listen.site.SiteTags;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.customers.CustomerHistories;
import dev.earshot.pipelines.measure.customers.CustomerHistory;
import dev.earshot.pipelines.measure.engagement.OwnPosts;
import dev.earshot.pipelines.measure.inbox.BrandInbox;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.Inputs;
import dev.earshot.pipelines.measure.referrals.BrandReferrals;
import dev.earshot.pipelines.measure.referrals.CountReferrals;
import dev.earshot.pipelines.measure.relationship.AudienceAccounts;
import dev.earshot.pipelines.measure.relationship.BrandAudiencesMonthly;
import dev.earshot.pipelines.measure.relationship.BrandRelationshipsMonthly;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.run.RunSettings;

/** The facts of all measures, made of what was heard: those alone that the run has input for. */
public final class MeasureInputs {
  private MeasureInputs() {}

  /** Adds the steps that make facts to what was heard. */
  public static Inputs of(Listen listen, RunSettings settings, Clock clock) {
    Inputs inputs = new Inputs(settings, clock);
    inputs.with(InputCoverage.SOURCES, listen.sources());
    if (listen.has(ResolveTags.OWN_POSTS)) {
      inputs
          .with(OwnPosts.FACTS, listen.get(ResolveTags.OWN_POSTS))
          .with(BrandRelationshipsMonthly.RELATIONS, listen.get(ResolveTags.RELATIONS))
          .with(BrandAudiencesMonthly.ACCOUNTS, AudienceAccounts.of(listen))
          .withKeyed(
              SlidingWindows.STATES, SlidingWindows.of(listen.get(PeopleTags.WINDOWS), settings))
          .withKeyed(
              BrandKeyPhrasesDaily.PHRASES,
              listen.get(PeopleTags.PHRASES).apply("AddPhrases", new AddPhrases(settings)));
    }
    if (listen.has(PeopleTags.INBOX)) {
      inputs.with(BrandInbox.CONVERSATIONS, listen.get(PeopleTags.INBOX));
    }
    if (listen.has(SiteTags.SESSIONS) || listen.has(ShopTags.LINKS)) {
      inputs.with(BrandReferrals.FACTS, CountReferrals.of(listen, settings, clock));
    }
    if (listen.has(ShopTags.ORDERS)) {
      inputs.withKeyed(CustomerHistory.FACTS, CustomerHistories.of(listen, settings, clock));
    }
    return inputs;
  }
}
