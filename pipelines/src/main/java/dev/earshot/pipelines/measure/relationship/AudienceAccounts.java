package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.AccountFact;
import dev.earshot.pipelines.facts.CustomerLink;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.listen.posts.ResolveTags;
import dev.earshot.pipelines.listen.profiles.ProfileTags;
import dev.earshot.pipelines.listen.shop.ShopTags;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** The steps that make {@link BrandAudiencesMonthly#ACCOUNTS} of what was heard. */
public final class AudienceAccounts {
  private AudienceAccounts() {}

  /**
   * The facts of a run with posts. Without profiles too: else the table would have rows or none by
   * whether the files of a night happen to tell of authors.
   */
  public static PCollection<AccountFact> of(Listen listen) {
    PCollectionList<AccountFact> facts =
        PCollectionList.of(
            listen
                .get(ResolveTags.RELATIONS)
                .apply("Engaged", ParDo.of(new Engaged(listen.has(ShopTags.LINKS)))));
    if (listen.has(ProfileTags.PROFILES)) {
      facts = facts.and(listen.get(ProfileTags.PROFILES).apply("Seen", ParDo.of(new Seen())));
    }
    if (listen.has(ShopTags.LINKS)) {
      facts = facts.and(listen.get(ShopTags.LINKS).apply("Linked", ParDo.of(new Linked())));
    }
    return facts.apply("AudienceFacts", Flatten.pCollections());
  }

  /** Who spoke of the brand, passed on its post or wrote to it; not whom it only wrote to. */
  private static final class Engaged extends DoFn<RelationFact, AccountFact> {
    private final boolean areCustomersKnown;

    private Engaged(boolean areCustomersKnown) {
      this.areCustomersKnown = areCustomersKnown;
    }

    @ProcessElement
    public void process(@Element RelationFact fact, OutputReceiver<AccountFact> out) {
      RelationFact.Person person = fact.person();
      boolean isAct = fact.said() != null || (fact.talk() != null && fact.talk().isBegunByPerson());
      if (person != null && isAct) {
        ProfileFact.Account account = new ProfileFact.Account(person.network(), person.personId());
        out.output(AccountFact.engaged(fact.brandId(), fact.day(), account, areCustomersKnown));
      }
    }
  }

  private static final class Seen extends DoFn<ProfileFact, AccountFact> {
    @ProcessElement
    public void process(@Element ProfileFact profile, OutputReceiver<AccountFact> out) {
      out.output(AccountFact.seen(profile));
    }
  }

  private static final class Linked extends DoFn<CustomerLink, AccountFact> {
    @ProcessElement
    public void process(@Element CustomerLink link, OutputReceiver<AccountFact> out) {
      out.output(AccountFact.customer(link));
    }
  }
}
