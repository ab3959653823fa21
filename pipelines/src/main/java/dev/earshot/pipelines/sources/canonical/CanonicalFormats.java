package dev.earshot.pipelines.sources.canonical;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.fields.IdentityField;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.ProfileField;
import dev.earshot.pipelines.sources.spec.FormatSpec;

/** Earshot's own JSON lines as formats: the id of a record, or what only it has, marks them. */
public final class CanonicalFormats {

  public static final FormatSpec<Post> POSTS =
      FormatSpec.of(Format.POSTS_JSONL, Post.class)
          .guide(
              "any",
              "posts/*.jsonl.gz",
              "own collector, or scripts/earshot generate",
              "what the lines leave out")
          .markedBy(shape -> shape.has(PostField.POST_ID.path()))
          .read(context -> new PostsJson(context.limits()));

  public static final FormatSpec<Message> MESSAGES =
      FormatSpec.of(Format.MESSAGES_JSONL, Message.class)
          .guide(
              "any",
              "dms/*.jsonl",
              "own collector, or scripts/earshot generate",
              "what the lines leave out")
          .markedBy(shape -> shape.has(MessageField.MESSAGE_ID.path()))
          .read(context -> new MessagesJson(context.limits()));

  public static final FormatSpec<OrderLine> ORDERS =
      FormatSpec.of(Format.ORDERS_JSONL, OrderLine.class)
          .guide(
              "any shop",
              "orders/*.jsonl",
              "a query of the shop's database that writes a line of an order as a JSON object a line",
              "what the lines leave out")
          .markedBy(shape -> shape.has(OrderField.ORDERED_AT.path()))
          .read(context -> new OrdersJson(context.limits(), context.brandId()));

  public static final FormatSpec<IdentityLink> IDENTITIES =
      FormatSpec.of(Format.IDENTITIES_JSONL, IdentityLink.class)
          .guide(
              "any shop",
              "identities/*.jsonl",
              "customers who agreed to be known by their accounts, from a customer database",
              "what the lines leave out")
          .markedBy(shape -> shape.has(IdentityField.IS_CONSENTED.path()))
          .read(context -> new IdentitiesJson(context.limits(), context.brandId()));

  public static final FormatSpec<AccountProfile> PROFILES =
      FormatSpec.of(Format.PROFILES_JSONL, AccountProfile.class)
          .guide(
              "any",
              "profiles/*.jsonl",
              "own collector: what accounts looked like, with the time of the look",
              "what the lines leave out; names, pictures and biographies, but whether they are there")
          .markedBy(
              shape -> shape.has(ProfileField.ACCOUNT_ID.path(), ProfileField.OBSERVED_AT.path()))
          .read(context -> new ProfilesJson(context.limits()));

  private CanonicalFormats() {}
}
