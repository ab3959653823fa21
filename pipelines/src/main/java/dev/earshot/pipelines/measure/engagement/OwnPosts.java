package dev.earshot.pipelines.measure.engagement;

import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.Week;

/** What brands publish themselves. */
public final class OwnPosts {
  /** Each post with what it set off. */
  public static final Facts<NoKey, OwnPostFact> FACTS = Facts.of("OwnPosts", OwnPostFact.class);

  /** The posts of a brand and day: some dozens, so that a group fits into memory. */
  static final Groups<BrandDay, OwnPostFact> BY_DAY =
      Groups.of(
          "OwnPostsByDay",
          FACTS,
          BrandDay.class,
          OwnPostFact.class,
          (none, post, run, out) -> {
            if (run.publishes(post.day())) {
              out.accept(new BrandDay(post.brandId(), post.day()), post);
            }
          });

  /** The posts of a brand and week, under its Sunday. */
  static final Groups<BrandDay, OwnPostFact> BY_WEEK =
      Groups.of(
          "OwnPostsByWeek",
          FACTS,
          BrandDay.class,
          post -> new BrandDay(post.brandId(), Week.sunday(post.day())));

  private OwnPosts() {}
}
