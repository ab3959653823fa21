package dev.earshot.pipelines.measure.kit;

import dev.earshot.models.duplicates.Clusters;
import dev.earshot.models.visits.Visits;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.listen.people.Conversation;
import dev.earshot.pipelines.listen.site.VisitorHistory;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.sources.RecordKind;

/** What the facts that measures are made of ask for themselves, each stated once. */
public final class InputContext {
  /**
   * Whether a post repeats an earlier one is looked for in its block of days and the one before.
   */
  private static final Reach DUPLICATES = Reach.back(2 * Clusters.BLOCK_DAYS);

  /** A mention: what it repeats, and the post of a brand that it answers. */
  public static final Context MENTION =
      Context.of(RecordKind.POSTS, DUPLICATES.or(PostReference.REACH));

  /** A post of a brand with what refers to it, or of a person who speaks to a brand. */
  public static final Context REPLIES = Context.of(RecordKind.POSTS, PostReference.REACH);

  /** A conversation by posts and answers. */
  public static final Context PUBLIC_CONVERSATION =
      Context.of(RecordKind.POSTS, Conversation.REACH.plus(PostReference.REACH));

  /** A conversation, direct or by posts and answers. */
  public static final Context CONVERSATION =
      PUBLIC_CONVERSATION.or(Context.of(RecordKind.MESSAGES, Conversation.DIRECT_REACH));

  /** A visit, judged by what the visitor did around it. */
  public static final Context VISIT =
      Context.of(
              RecordKind.WEB_LOGS,
              new Reach(Visits.JUDGED_DAYS, Visits.JUDGED_DAYS + Visits.LONGEST_DAYS))
          .over(Reach.back(Visits.LONGEST_DAYS));

  /** A visit, and whether the visitor had been there. */
  public static final Context RETURNING_VISIT =
      VISIT.over(Reach.back(VisitorHistory.RETURNING_DAYS));

  private InputContext() {}
}
