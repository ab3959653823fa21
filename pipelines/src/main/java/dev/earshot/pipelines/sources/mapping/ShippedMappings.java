package dev.earshot.pipelines.sources.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mappings that come with the program, for exports whose columns are known. Each begins with a
 * comment: what it reads, how to get it, what it does not tell, and where its columns are from.
 */
public final class ShippedMappings {
  /** Their names, as {@code --mapping} takes them. */
  public static final List<String> NAMES =
      List.of(
          "brandwatch",
          "meltwater",
          "meltwater-influencer",
          "talkwalker",
          "sprout-posts",
          "shopify",
          "woocommerce",
          "woocommerce-rest",
          "square",
          "stripe",
          "amazon");

  private ShippedMappings() {}

  /** The text of a mapping; empty where there is none of that name. */
  public static Optional<String> text(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = ShippedMappings.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("not built with its resources: " + name);
      }
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documentation page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Mappings

            Made by `scripts/earshot mappings`. They come with Earshot and are used by name: `--posts mentions.csv --mapping brandwatch`. `scripts/earshot mappings NAME` prints one, to be changed and given as a file; what their keys mean: [input-format.md](input-format.md#csv-with-a-mapping-posts-csv-messages-csv-orders-csv-identities-csv-profiles-csv).
            """);
    NAMES.forEach(name -> page.append(section(name, text(name).orElseThrow())));
    return page.toString();
  }

  private static String section(String name, String yaml) {
    String about =
        yaml.lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> "- " + line.substring(1).strip())
            .collect(Collectors.joining("\n"));
    String rest =
        yaml.lines().dropWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
    return "\n## %s\n\n%s\n\n```yaml\n%s\n```\n".formatted(name, about, rest);
  }
}
