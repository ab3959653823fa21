package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.BrandEngagementDailyRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import java.util.List;

/** How people share what the brand posts. */
final class OwnPostsSection {
  private static final int TOP_POSTS = 10;

  private OwnPostsSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    List<ReadCells> days =
        tables.rows(
            BrandEngagementDailyRow.class,
            "brand_id = ? and network = 'all' and post_count > 0 and date between ? and ?"
                + " order by date",
            request.brand(),
            request.period().from(),
            request.period().to());
    List<ReadCells> posts =
        tables.rows(
            PostEngagementSnapshotRow.class,
            "brand_id = ? and is_owned and is_newest and platform_post_id is not null and dt"
                + " between ? and ? order by coalesce(like_count, 0) + coalesce(share_count, 0) +"
                + " coalesce(comment_count, 0) desc, network, post_id limit "
                + TOP_POSTS,
            request.brand(),
            request.period().from(),
            request.period().to());
    if (days.isEmpty() && posts.isEmpty()) {
      return;
    }
    page.section("own", "Our own posts", "Posts at the age of seven days, by the day of posting.");
    if (!days.isEmpty()) {
      days(page, days);
    }
    if (!posts.isEmpty()) {
      posts(page, posts);
    }
    page.html.close();
  }

  private static void days(Page page, List<ReadCells> days) {
    page.table(
        "Engagement by day of posting",
        "Day",
        "Posts",
        "Engagements",
        "By followers",
        "By impressions",
        "By reach");
    for (ReadCells row : days) {
      page.row(row.text("date"));
      page.cell(row, "post_count");
      page.cell(row, "engagement_count");
      page.estimateCell(row, "engagement_rate_by_followers", "missing_reason");
      page.estimateCell(row, "engagement_rate_by_impressions", "missing_reason");
      page.estimateCell(row, "engagement_rate_by_reach", "missing_reason");
      page.html.close();
    }
    page.endTable();
    page.html.open("p");
    page.how(days.get(0), "engagement_rate_by_followers");
    page.html.close();
  }

  private static void posts(Page page, List<ReadCells> posts) {
    page.table(
        "The posts with most likes, shares and comments so far",
        "Post",
        "Network",
        "Day",
        "Likes",
        "Shares",
        "Comments",
        "Impressions");
    for (ReadCells row : posts) {
      page.row(row.text("platform_post_id"));
      page.html.element("td", row.text("network"));
      page.html.element("td", row.text("dt"));
      page.cell(row, "like_count");
      page.cell(row, "share_count");
      page.cell(row, "comment_count");
      page.cell(row, "impression_count");
      page.html.close();
    }
    page.endTable();
  }
}
