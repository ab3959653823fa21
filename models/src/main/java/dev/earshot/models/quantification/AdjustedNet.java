package dev.earshot.models.quantification;

import dev.earshot.models.statistics.authors.ClusteredRate;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The net sentiment that people would have labelled, from -1 to 1: the counted one and the reader's
 * {@link Bias} in the language.
 *
 * <p>Two independent causes make its interval, the authors ({@link ClusteredRate}) and what is not
 * known of the bias; their distances are squared and added (G. Y. Zou, A. Donner, 2008, Statistics
 * in Medicine 27, 1693-1702). Over several languages the biases are added by their shares, as if
 * they all erred to the same side at once. Mentions in a language of which no bias is known may be
 * anything: a share w of them widens the interval by 2 w on either side, which is the most that
 * they can be off.
 *
 * @param bias of the reader in the language
 * @param labelCount labels of the user's own behind it
 */
public record AdjustedNet(Bias bias, long labelCount) {
  private static final double FARTHEST = 2;

  /**
   * So many classified mentions in a language.
   *
   * @param net what corrects the language, or null where nothing is known
   */
  public record Part(@Nullable AdjustedNet net, long mentionCount) {}

  /**
   * The corrected net sentiment; null without a mention.
   *
   * @param said predicted classes by author, all in the language
   */
  public @Nullable Estimate of(AuthorSentiments said) {
    return ofParts(said.net(), List.of(new Part(this, said.mentionCount())));
  }

  /**
   * The corrected net sentiment over several languages; null without a mention, or where nothing is
   * known of any of them.
   *
   * @param counted net sentiment as predicted in all languages, with the interval of its authors
   * @param parts the languages
   */
  public static @Nullable Estimate ofParts(@Nullable Estimate counted, List<Part> parts) {
    if (counted == null || parts.stream().allMatch(part -> part.net() == null)) {
      return null;
    }
    double mentions = parts.stream().mapToLong(Part::mentionCount).sum();
    double bias = 0;
    double half = 0;
    double unknown = 0;
    for (Part part : parts) {
      double share = part.mentionCount() / mentions;
      AdjustedNet net = part.net();
      if (net == null) {
        unknown += FARTHEST * share;
      } else {
        bias += share * net.bias().value();
        half += share * net.bias().halfWidth(counted.value());
      }
    }
    double value = Math.min(1, Math.max(-1, counted.value() + bias));
    double centre = counted.value() + bias;
    double down = Math.hypot(counted.value() - counted.interval().lower(), half) + unknown;
    double up = Math.hypot(counted.interval().upper() - counted.value(), half) + unknown;
    return new Estimate(value, new Interval(centre - down, centre + up).clip(-1, 1));
  }
}
