package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.spec.FormatSpec;

/**
 * Tables of which a mapping file says which column is which field, as formats. Nothing in them
 * marks them: the mapping is what tells their kind.
 */
public final class MappedFormats {

  public static final FormatSpec<Post> POSTS_CSV =
      FormatSpec.of(Format.POSTS_CSV, Post.class)
          .guide(
              "any",
              "posts-csv:tweets.csv --mapping tweets.yaml",
              "export of a listening tool, a spreadsheet or a database",
              "what the mapping does not name")
          .read(context -> MappedCsv.posts(context.neededMapping(), context.limits()));

  public static final FormatSpec<Message> MESSAGES_CSV =
      FormatSpec.of(Format.MESSAGES_CSV, Message.class)
          .guide(
              "any",
              "messages-csv:tickets.csv --mapping tickets.yaml",
              "export of a support desk",
              "what the mapping does not name")
          .read(context -> MappedCsv.messages(context.neededMapping(), context.limits()));

  public static final FormatSpec<Post> POSTS_PARQUET =
      FormatSpec.of(Format.POSTS_PARQUET, Post.class)
          .guide(
              "any",
              "posts.parquet --mapping posts.yaml",
              "a lake or a warehouse",
              "what the mapping does not name")
          .read(context -> MappedParquet.posts(context.neededMapping(), context.limits()));

  public static final FormatSpec<Message> MESSAGES_PARQUET =
      FormatSpec.of(Format.MESSAGES_PARQUET, Message.class)
          .guide(
              "any",
              "messages.parquet --mapping messages.yaml",
              "a lake or a warehouse",
              "what the mapping does not name")
          .read(context -> MappedParquet.messages(context.neededMapping(), context.limits()));

  public static final FormatSpec<OrderLine> ORDERS_CSV =
      FormatSpec.of(Format.ORDERS_CSV, OrderLine.class)
          .guide(
              "any shop",
              "orders-csv:orders.csv --mapping orders.yaml",
              "export of a shop system, a spreadsheet or a database",
              "what the mapping does not name")
          .read(
              context ->
                  MappedCsv.orders(context.neededMapping(), context.limits(), context.brandId()));

  public static final FormatSpec<IdentityLink> IDENTITIES_CSV =
      FormatSpec.of(Format.IDENTITIES_CSV, IdentityLink.class)
          .guide(
              "any shop",
              "identities-csv:links.csv --mapping links.yaml",
              "the same as a table",
              "what the mapping does not name")
          .read(
              context ->
                  MappedCsv.identities(
                      context.neededMapping(), context.limits(), context.brandId()));

  public static final FormatSpec<AccountProfile> PROFILES_CSV =
      FormatSpec.of(Format.PROFILES_CSV, AccountProfile.class)
          .guide(
              "any",
              "profiles-csv:followers.csv --mapping followers.yaml",
              "the same as a table: a list of followers or of authors",
              "what the mapping does not name")
          .read(context -> MappedCsv.profiles(context.neededMapping(), context.limits()));

  private MappedFormats() {}
}
