package dev.earshot.pipelines.run;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.models.visits.ClientAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose site a host is, and who visits it. */
public final class SiteDomains {
  private final Map<String, String> brandByDomain = new HashMap<>();
  private final Map<String, List<String>> domainsByBrand = new HashMap<>();

  private final Map<String, Integer> proxiesByBrand = new HashMap<>();

  private SiteDomains() {}

  /** The domains of the brand file. */
  public static SiteDomains of(BrandBook brands) {
    SiteDomains domains = new SiteDomains();
    for (Brand brand : brands.brands()) {
      domains.domainsByBrand.put(brand.id(), brand.marks().domains());
      if (brand.trustedProxies() != null) {
        domains.proxiesByBrand.put(brand.id(), brand.trustedProxies());
      }
      brand.marks().domains().forEach(domain -> domains.brandByDomain.put(domain, brand.id()));
    }
    return domains;
  }

  /** The brand that was stated for the file, else the one whose domain the host is or is below. */
  public @Nullable String brandOf(@Nullable String host, @Nullable String stated) {
    if (stated != null || host == null) {
      return stated;
    }
    String above = plain(host);
    while (!above.isEmpty()) {
      String brand = brandByDomain.get(above);
      if (brand != null) {
        return brand;
      }
      int dot = above.indexOf('.');
      above = dot < 0 ? "" : above.substring(dot + 1);
    }
    return null;
  }

  /** The brand's domains and the host that was asked. */
  public List<String> of(String brand, @Nullable String host) {
    List<String> domains = domainsByBrand.getOrDefault(brand, List.of());
    if (host == null || domains.contains(plain(host))) {
      return domains;
    }
    List<String> all = new ArrayList<>(domains);
    all.add(plain(host));
    return all;
  }

  /** The address of a visitor of a brand's site, which proxies may stand before. */
  public @Nullable String clientOf(String brand, SiteHit hit) {
    return ClientAddress.of(hit.address(), hit.forwardedFor(), proxiesByBrand.get(brand));
  }

  private static String plain(String host) {
    int port = host.indexOf(':');
    String name = (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    return name.startsWith("www.") ? name.substring(4) : name;
  }
}
