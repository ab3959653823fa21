package dev.earshot.pipelines.sources.platforms.reviews;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.util.Set;

/** The formats of reviews. */
public final class ReviewFormats {
  private static final String NO_AUTHOR =
      "the author (each review counts as of an unknown one), stars, impressions, reach";

  public static final FormatSpec<Post> APP_STORE =
      FormatSpec.of(Format.APP_STORE, Post.class)
          .guide(
              "App Store",
              "app-store/*.json",
              "https://itunes.apple.com/COUNTRY/rss/customerreviews/id=APP/json; App Store Connect API: GET"
                  + " /v1/apps/APP/customerReviews?include=response",
              "stars, language, authors of the API; replies of the feed")
          .markedBy(
              shape ->
                  shape.has("feed/entry/im:rating/label")
                      || isFeedWithoutReviews(shape)
                      || shape.says("type=customerReviews", Set.of("data")))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.APP_STORE,
                      DocumentSource.WHOLE,
                      new AppStoreReviews(context.accounts()),
                      context.limits()));

  public static final FormatSpec<Post> GOOGLE_PLAY =
      FormatSpec.of(Format.GOOGLE_PLAY, Post.class)
          .guide(
              "Google Play",
              "google-play/*.json",
              "Google Play Developer API: GET /androidpublisher/v3/applications/PACKAGE/reviews (of the last"
                  + " week only)",
              NO_AUTHOR + "; the package")
          .markedBy(shape -> shape.hasName("userComment", Set.of("reviews", "comments")))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.GOOGLE_PLAY,
                      GooglePlayReviews.ARRAYS,
                      new GooglePlayReviews(context.accounts()),
                      context.limits()));

  public static final FormatSpec<Post> GOOGLE_PLAY_CSV =
      FormatSpec.of(Format.GOOGLE_PLAY_CSV, Post.class)
          .guide(
              "Google Play",
              "'reviews_com.example.app_202603.csv'",
              "Play Console, Download reports, Reviews; or gsutil cp gs://pubsite_prod_rev_ID/reviews/*",
              NO_AUTHOR)
          .markedByHeader(GooglePlayReviews::isHeader)
          .read(
              context ->
                  HeaderedCsv.posts(
                      Format.GOOGLE_PLAY_CSV,
                      new GooglePlayReviews(context.accounts())::row,
                      context.limits()));

  public static final FormatSpec<Post> TRUSTPILOT =
      FormatSpec.of(Format.TRUSTPILOT, Post.class)
          .guide(
              "Trustpilot",
              "trustpilot/*.json",
              "GET /v1/business-units/ID/reviews, or /v1/private/business-units/ID/reviews",
              "stars, impressions, reach")
          .markedBy(
              shape ->
                  shape.hasName("stars", Set.of("reviews"))
                      && shape.hasAny("reviews/consumer/id", "consumer/id"))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.TRUSTPILOT,
                      TrustpilotReviews.ARRAYS,
                      new TrustpilotReviews(context.accounts()),
                      context.limits()));

  public static final FormatSpec<Post> TRUSTPILOT_CSV =
      FormatSpec.of(Format.TRUSTPILOT_CSV, Post.class)
          .guide(
              "Trustpilot",
              "trustpilot/*.csv",
              "Trustpilot Business, Manage reviews, Service reviews, Export",
              "the author where the export leaves out consumers' ids, stars, likes, impressions, reach")
          .markedByHeader(TrustpilotReviews::isHeader)
          .read(
              context ->
                  HeaderedCsv.posts(
                      Format.TRUSTPILOT_CSV,
                      new TrustpilotReviews(context.accounts())::row,
                      context.limits()));

  public static final FormatSpec<Post> GOOGLE_BUSINESS =
      FormatSpec.of(Format.GOOGLE_BUSINESS, Post.class)
          .guide(
              "Google Business Profile",
              "google-business/*.json",
              "My Business API v4: GET accounts/ID/locations/ID/reviews, or :batchGetReviews; Google Takeout,"
                  + " Google Business Profile, reviews.json",
              NO_AUTHOR + ", likes, language")
          .markedBy(
              shape ->
                  shape.has("reviews/starRating", "reviews/createTime")
                      || shape.has("locationReviews/review/starRating")
                      || shape.has("starRating", "createTime"))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.GOOGLE_BUSINESS,
                      GoogleBusinessReviews.ARRAYS,
                      new GoogleBusinessReviews(context.accounts()),
                      context.limits()));

  private ReviewFormats() {}

  /**
   * What the App Store answers of an app that nobody has reviewed, or of a page behind the last.
   */
  private static boolean isFeedWithoutReviews(DocumentShape shape) {
    return shape.has("feed/id/label", "feed/title/label", "feed/rights/label", "feed/link")
        && !shape.has("feed/entry");
  }
}
