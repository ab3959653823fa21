package dev.earshot.models.understanding;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.sentiment.Comparison;
import dev.earshot.models.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a writer wants of one brand: the words of a switch are a loss for the brand left alone. */
public final class BrandIntents {
  private BrandIntents() {}

  /** The intents of a text toward a brand on whose side of a switch it stands. */
  public static Set<Intent> toward(Set<Intent> intents, @Nullable SwitchDirection direction) {
    if (direction != SwitchDirection.TO || !intents.contains(Intent.CHURN_INTENT)) {
      return intents;
    }
    EnumSet<Intent> others = EnumSet.copyOf(intents);
    others.remove(Intent.CHURN_INTENT);
    return others;
  }

  /** Where a brand is named or, in a text that speaks to it alone, is "you". */
  public static List<TextSpan> spans(Tokens tokens, List<TextSpan> named) {
    List<TextSpan> spans = new ArrayList<>(named);
    spans.addAll(Comparison.addressee(tokens));
    spans.sort(Comparator.comparingInt(TextSpan::start));
    return spans;
  }
}
