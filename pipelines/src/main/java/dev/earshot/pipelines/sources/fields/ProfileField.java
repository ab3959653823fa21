package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.RejectionReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an account's profile, in the order of the documentation. */
public enum ProfileField implements RecordField {
  NETWORK("network", Kind.NAME, true),
  ACCOUNT_ID("account_id", Kind.ID, true),
  ACCOUNT_HANDLE("account_handle", Kind.HANDLE, false),
  OBSERVED_AT("observed_at", Kind.TIMESTAMP, true),
  CREATED_AT("created_at", Kind.TIMESTAMP, false),
  FOLLOWER_COUNT("follower_count", Kind.COUNT, false),
  FOLLOWING_COUNT("following_count", Kind.COUNT, false),
  POST_COUNT("post_count", Kind.COUNT, false),
  HAS_PICTURE("has_picture", Kind.FLAG, false),
  HAS_BIOGRAPHY("has_biography", Kind.FLAG, false),
  IS_VERIFIED("is_verified", Kind.FLAG, false);

  public static final List<ProfileField> ALL = List.of(values());

  private final Spec spec;

  ProfileField(String path, Kind kind, boolean isRequired) {
    spec = new Spec(path, kind, isRequired);
  }

  @Override
  public Spec spec() {
    return spec;
  }

  /** Fails a time of creation that is later than the look at the account. */
  public static void check(RecordDraft draft) {
    Long created = draft.isFaulty(CREATED_AT) ? null : draft.number(CREATED_AT);
    Long observed = draft.isFaulty(OBSERVED_AT) ? null : draft.number(OBSERVED_AT);
    if (created != null && observed != null && created > observed) {
      draft.fail(CREATED_AT, RejectionReason.INVALID_TIMESTAMP);
    }
  }

  /** The profile of a draft without a fault. */
  public static AccountProfile profile(RecordDraft draft) {
    return new AccountProfile(
        draft.requiredText(NETWORK),
        draft.requiredText(ACCOUNT_ID),
        draft.text(ACCOUNT_HANDLE),
        draft.number(FOLLOWER_COUNT),
        draft.number(FOLLOWING_COUNT),
        draft.number(POST_COUNT),
        draft.number(CREATED_AT),
        flag(draft, IS_VERIFIED),
        flag(draft, HAS_PICTURE),
        flag(draft, HAS_BIOGRAPHY),
        draft.requiredNumber(OBSERVED_AT));
  }

  private static @Nullable Boolean flag(RecordDraft draft, RecordField field) {
    Long number = draft.number(field);
    return number == null ? null : (Boolean) (number == 1);
  }
}
