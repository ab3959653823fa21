package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.PostDetails;
import dev.earshot.models.domain.TextSpan;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the brands that a post is about, in one pass over its text.
 *
 * <p>Evidence: a reply to an account of the brand, its handle, a domain of its sites, in the text
 * or in a link beside it, a hashtag, a name or alias. Names stand at word boundaries in any case,
 * or as written where they are all capitals; {@code pipelines/docs/brands.md} gives every rule and
 * what was measured. Among names that overlap, the leftmost counts, and of those the longest;
 * several brands may share one.
 *
 * <p>Time is linear in the length of the text whatever it holds. Immutable and safe for use by
 * several threads; build it once, since the patterns of all brands go into one automaton.
 */
public final class BrandMatcher {
  private final BrandBook book;
  private final List<Brand> brandsById;
  private final BrandPatterns patterns;
  private final PatternAutomaton automaton;
  private final PatternAutomaton.Filter filter = this::canStand;

  private BrandMatcher(BrandBook book) {
    this.book = book;
    this.brandsById = book.brands().stream().sorted(Comparator.comparing(Brand::id)).toList();
    this.patterns = new BrandPatterns(brandsById);
    this.automaton = new PatternAutomaton(patterns.texts());
  }

  /** A matcher for all brands of the book. */
  public static BrandMatcher of(BrandBook book) {
    return new BrandMatcher(book);
  }

  /**
   * The brands that the post is about, by id; empty for none. A post of a brand's own account is
   * matched like any other: {@link BrandBook#ownerOf} tells whose it is.
   */
  public List<BrandMatch> match(Post post) {
    Occurrences found = automaton.scan(post.text(), filter);
    Brand answered = book.answeredBy(post);
    PostDetails details = post.details();
    boolean isBare = details.links().isEmpty() && details.addressed().isEmpty();
    if (found == null && answered == null && isBare) {
      return List.of();
    }
    MatchResolution resolution = new MatchResolution(patterns, brandsById);
    if (answered != null) {
      resolution.addReply(answered.id());
    }
    for (String link : details.links()) {
      Occurrences inLink = automaton.scan(link, filter);
      if (inLink != null) {
        resolution.addLink(inLink.sortedByStart(), link, post.network());
      }
    }
    AddressedAccounts addressed = new AddressedAccounts(details.addressed(), post.text());
    addressed.addTo(resolution, book);
    if (found != null) {
      resolution.addOccurrences(found.sortedByStart(), post.text(), post.network(), addressed);
    }
    return resolution.matches();
  }

  /** Where a text that is no post, such as a message, names a brand, in order. */
  public List<TextSpan> spans(String text, String network, String brandId) {
    Occurrences found = automaton.scan(text, filter);
    if (found == null) {
      return List.of();
    }
    MatchResolution resolution = new MatchResolution(patterns, brandsById);
    resolution.addOccurrences(
        found.sortedByStart(), text, network, new AddressedAccounts(List.of(), text));
    return resolution.matches().stream()
        .filter(match -> match.brandId().equals(brandId))
        .flatMap(match -> match.spans().stream())
        .toList();
  }

  /** What every kind of pattern needs; the rest is decided when all occurrences are known. */
  private boolean canStand(String text, int start, int end, int pattern) {
    return WordBoundary.isStart(text, start)
        && (WordBoundary.isEnd(text, end)
            || (patterns.hasPlural(pattern)
                && TextFolding.fold(text.charAt(end)) == 's'
                && WordBoundary.isEnd(text, end + 1)));
  }
}
