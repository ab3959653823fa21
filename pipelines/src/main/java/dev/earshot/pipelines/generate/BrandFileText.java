package dev.earshot.pipelines.generate;

import java.util.List;
import java.util.stream.Collectors;

/** The brand file of a generated set, as YAML. */
final class BrandFileText {
  private BrandFileText() {}

  static String render(List<FictionalBrand> brands) {
    StringBuilder yaml = new StringBuilder("brands:\n");
    for (FictionalBrand brand : brands) {
      append(yaml, brand, brands);
    }
    return yaml.toString();
  }

  private static void append(
      StringBuilder yaml, FictionalBrand brand, List<FictionalBrand> brands) {
    List<String> competitors =
        brands.stream()
            .filter(other -> other.index() != brand.index())
            .limit(3)
            .map(FictionalBrand::id)
            .toList();
    yaml.append("  - id: ").append(brand.id()).append('\n');
    yaml.append("    name: ").append(brand.name()).append('\n');
    yaml.append("    aliases: ").append(list(List.of(brand.alias()))).append('\n');
    yaml.append("    accounts:\n");
    for (Network network : Network.ALL) {
      List<String> accounts = List.of(network.ownAccountId(brand.index()));
      yaml.append("      ").append(network.id).append(": ").append(list(accounts)).append('\n');
    }
    yaml.append("    handles: ").append(list(List.of(brand.handle()))).append('\n');
    yaml.append("    hashtags: ").append(list(List.of(brand.hashtag()))).append('\n');
    yaml.append("    domains: ").append(list(List.of(brand.domain()))).append('\n');
    yaml.append("    near: ").append(list(brand.near())).append('\n');
    yaml.append("    not_near: ").append(list(brand.notNear())).append('\n');
    yaml.append("    competitors: ").append(list(competitors)).append('\n');
    yaml.append("    time_zone: ").append(brand.zone()).append('\n');
    yaml.append("    business_hours:\n      mon-fri: \"09:00-17:30\"\n");
    yaml.append("    locale: ").append(brand.locale()).append('\n');
  }

  private static String list(List<String> values) {
    return values.stream()
        .map(value -> '"' + value + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
