package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.RejectionReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a link between a customer and an account, in the order of the documentation. */
public enum IdentityField implements RecordField {
  BRAND_ID("brand_id", Kind.ID, false),
  CUSTOMER_ID("customer_id", Kind.ID, true),
  NETWORK("network", Kind.NAME, true),
  ACCOUNT_ID("account_id", Kind.ID, true),
  IS_CONSENTED("is_consented", Kind.FLAG, true);

  public static final List<IdentityField> ALL = List.of(values());

  private final Spec spec;

  IdentityField(String path, Kind kind, boolean isRequired) {
    spec = new Spec(path, kind, isRequired);
  }

  @Override
  public Spec spec() {
    return spec;
  }

  /** Gives a record that names no brand that of its file; a record of no brand is at fault. */
  public static void completeBrand(RecordDraft draft, RecordField field, @Nullable String brandId) {
    if (draft.isPresent(field)) {
      return;
    }
    if (brandId == null) {
      draft.fail(field, RejectionReason.MISSING_FIELD);
    } else {
      draft.set(field, brandId);
    }
  }

  /** The link of a draft without a fault. */
  public static IdentityLink link(RecordDraft draft) {
    return new IdentityLink(
        draft.requiredText(BRAND_ID),
        draft.requiredText(CUSTOMER_ID),
        draft.requiredText(NETWORK),
        draft.requiredText(ACCOUNT_ID),
        draft.requiredNumber(IS_CONSENTED) == 1);
  }
}
