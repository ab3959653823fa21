package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Post;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The brands of a run: the panel that shares of voice are computed over. Immutable and safe for use
 * by several threads.
 */
public final class BrandBook {
  private record Account(String network, String name) {}

  private final List<Brand> brands;
  private final @Nullable String panelVersion;
  private final Map<String, Brand> byId = new LinkedHashMap<>();
  private final Map<Account, Brand> byAccountId = new HashMap<>();
  private final Map<Account, Brand> byAccountName = new HashMap<>();
  private final Map<Account, Brand> byPhone = new HashMap<>();
  private final Set<String> networksWithNames = new HashSet<>();
  private final Map<String, Brand> byHandle = new HashMap<>();

  private BrandBook(@Nullable String panelVersion, List<Brand> brands) {
    this.panelVersion = panelVersion;
    this.brands = List.copyOf(brands);
    for (Brand brand : this.brands) {
      if (byId.putIfAbsent(brand.id(), brand) != null) {
        throw new IllegalArgumentException("two brands have the id '" + brand.id() + "'");
      }
      for (String handle : brand.marks().handles()) {
        claim(byHandle, TextFolding.fold(handle), brand);
      }
      brand.ownAccounts().forEach((network, ids) -> claimAccounts(network, ids, brand));
    }
  }

  /**
   * A book of these brands, in this order.
   *
   * @param panelVersion the user's name for this set of brands, or null
   * @throws IllegalArgumentException if two brands share an id, a handle or an account
   */
  public static BrandBook of(@Nullable String panelVersion, List<Brand> brands) {
    return new BrandBook(panelVersion, brands);
  }

  /** The brands in the order of the file. */
  public List<Brand> brands() {
    return brands;
  }

  /** The user's name for this set of brands; a share of voice is comparable only within one. */
  public @Nullable String panelVersion() {
    return panelVersion;
  }

  /** The brand with this id, or null. */
  public @Nullable Brand brand(String id) {
    return byId.get(id);
  }

  /** The brand that owns this account id on this network, exactly as the platform gives it. */
  public @Nullable Brand ownerOf(String network, String accountId) {
    return byAccountId.get(new Account(network, accountId));
  }

  /**
   * The brand that owns this account: by its id exactly or, failing that, by its name, its
   * telephone number or its handle, however they are written. A handle belongs to a brand if it is
   * among the brand's handles, on every network, or among its accounts of this network, where an
   * account without any letter counts as an id or a telephone number only.
   */
  public @Nullable Brand ownerOf(String network, String accountId, @Nullable String handle) {
    Brand owner = ownerOf(network, accountId);
    if (owner == null && networksWithNames.contains(network)) {
      owner = namedBy(network, accountId);
      owner = owner == null && handle != null ? namedBy(network, handle) : owner;
    }
    return owner != null || handle == null ? owner : byHandle.get(TextFolding.fold(handle));
  }

  private @Nullable Brand namedBy(String network, String account) {
    if (isName(account)) {
      return byAccountName.get(new Account(network, AccountName.folded(account)));
    }
    String phone = byPhone.isEmpty() ? null : AccountName.phone(account, true);
    return phone == null ? null : byPhone.get(new Account(network, phone));
  }

  /** The brand whose account wrote a post, or null. */
  public @Nullable Brand authorOf(Post post) {
    return ownerOf(
        post.network(), post.authorId(), post.authorHandle(), post.details().localAuthorId());
  }

  /** The brand whose account a post answers, or null where that is none or not told. */
  @Nullable Brand answeredBy(Post post) {
    String answered = post.thread().inReplyToAuthorId();
    return answered == null
        ? null
        : ownerOf(post.network(), answered, answered, post.details().localAnsweredId());
  }

  /**
   * An account {@code name@host} may be known by its local id or by its name alone too, unless the
   * brand says of other hosts that its accounts are there.
   */
  private @Nullable Brand ownerOf(
      String network, String accountId, @Nullable String handle, @Nullable String localId) {
    Brand owner = ownerOf(network, accountId, handle);
    int at = accountId.indexOf('@');
    if (owner != null || localId == null || at < 0) {
      return owner;
    }
    Brand local = ownerOf(network, localId, accountId.substring(0, at));
    return local != null && isAt(local, network, accountId.substring(at)) ? local : null;
  }

  private static boolean isAt(Brand brand, String network, String host) {
    List<String> accounts =
        Stream.concat(
                brand.marks().handles().stream(),
                brand.ownAccounts().getOrDefault(network, List.of()).stream())
            .filter(account -> account.indexOf('@') > 0)
            .toList();
    return accounts.isEmpty()
        || accounts.stream().anyMatch(account -> TextFolding.fold(account).endsWith(host));
  }

  /** The brand that has this handle, folded, or null. */
  @Nullable Brand ownerOfHandle(String handle) {
    return byHandle.get(handle);
  }

  static boolean isName(String accountId) {
    return accountId.codePoints().anyMatch(Character::isLetter);
  }

  private void claimAccounts(String network, List<String> ids, Brand brand) {
    for (String id : ids) {
      claim(byAccountId, new Account(network, id), brand);
      String phone = AccountName.phone(id, false);
      if (phone != null) {
        networksWithNames.add(network);
        claim(byPhone, new Account(network, phone), brand);
      } else if (isName(id)) {
        networksWithNames.add(network);
        claim(byAccountName, new Account(network, AccountName.folded(id)), brand);
      }
    }
  }

  private static String shown(Object key) {
    return key instanceof Account account
        ? AccountName.shown(account.name) + " on " + account.network
        : key.toString();
  }

  private static <K> void claim(Map<K, Brand> owners, K key, Brand brand) {
    Brand other = owners.putIfAbsent(key, brand);
    if (other != null && !other.id().equals(brand.id())) {
      throw new IllegalArgumentException(
          shown(key) + " belongs to both '" + other.id() + "' and '" + brand.id() + "'");
    }
  }
}
