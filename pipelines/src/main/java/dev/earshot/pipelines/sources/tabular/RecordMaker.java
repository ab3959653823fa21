package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.fields.IdentityField;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.ProfileField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What makes a record of a row's draft.
 *
 * @param complete fills in what follows from other fields
 * @param finish makes the record of a draft without a fault
 */
record RecordMaker<T>(Consumer<RecordDraft> complete, Function<RecordDraft, T> finish) {
  static RecordMaker<Post> posts(Mapping mapping) {
    requireKind(mapping, RecordKind.POSTS);
    return new RecordMaker<>(PostField::completeEngagement, PostField::post);
  }

  static RecordMaker<Message> messages(Mapping mapping) {
    requireKind(mapping, RecordKind.MESSAGES);
    return new RecordMaker<>(draft -> {}, MessageField::message);
  }

  /**
   * @param brandId the brand of rows that name none, or null where each must
   */
  static RecordMaker<OrderLine> orders(Mapping mapping, @Nullable String brandId) {
    requireKind(mapping, RecordKind.ORDERS);
    return new RecordMaker<>(
        draft -> OrderField.complete(draft, brandId, mapping.cancelledOrderPrefix()),
        OrderField::line);
  }

  /**
   * @param brandId the brand of rows that name none, or null where each must
   */
  static RecordMaker<IdentityLink> identities(Mapping mapping, @Nullable String brandId) {
    requireKind(mapping, RecordKind.IDENTITIES);
    return new RecordMaker<>(
        draft -> IdentityField.completeBrand(draft, IdentityField.BRAND_ID, brandId),
        IdentityField::link);
  }

  static RecordMaker<AccountProfile> profiles(Mapping mapping) {
    requireKind(mapping, RecordKind.PROFILES);
    return new RecordMaker<>(ProfileField::check, ProfileField::profile);
  }

  private static void requireKind(Mapping mapping, RecordKind kind) {
    if (mapping.kind() != kind) {
      throw new IllegalArgumentException(
          "expected a mapping of " + kind.code() + ", not of " + mapping.kind().code());
    }
  }
}
