package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.TextSpan;
import java.util.List;

/**
 * The accounts that a platform says a post mentions, with their hosts. Mastodon shows {@code
 * @name@host} as {@code @name}, so that the text does not tell accounts of the same name apart.
 */
final class AddressedAccounts {
  private final List<String> accounts;
  private final String text;

  /**
   * The accounts of one post.
   *
   * @param accounts {@code name@host}, folded
   */
  AddressedAccounts(List<String> accounts, String text) {
    this.accounts = accounts;
    this.text = text;
  }

  /** Adds the brands to which the accounts belong, with the places where their names stand. */
  void addTo(MatchResolution resolution, BrandBook book) {
    for (String account : accounts) {
      Brand brand = book.ownerOfHandle(account);
      if (brand != null) {
        resolution.addAddressed(brand.id(), place("@" + nameOf(account)));
      }
    }
  }

  /**
   * Whether a handle without a host, where it stands in the text, is an account of the same name
   * elsewhere: the brand says on which hosts it has that name, and none of those is mentioned.
   */
  boolean isAnother(Brand brand, String handle) {
    if (accounts.stream().noneMatch(account -> nameOf(account).equals(handle))) {
      return false;
    }
    List<String> own =
        brand.marks().handles().stream()
            .map(TextFolding::fold)
            .filter(known -> known.startsWith(handle + "@"))
            .toList();
    return !own.isEmpty() && own.stream().noneMatch(accounts::contains);
  }

  private static String nameOf(String account) {
    return account.substring(0, Math.max(0, account.indexOf('@')));
  }

  /** Where a mention stands, or the text as a whole where it does not show it. */
  private TextSpan place(String mention) {
    String folded = TextFolding.fold(text);
    int at = folded.indexOf(mention);
    while (at >= 0) {
      if (WordBoundary.isStart(folded, at) && WordBoundary.isEnd(folded, at + mention.length())) {
        return new TextSpan(at, at + mention.length());
      }
      at = folded.indexOf(mention, at + 1);
    }
    return TextSpan.WHOLE;
  }
}
