package dev.earshot.pipelines.report;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a page looks: a name in place of the brand's id, a logo, two colours and a footer.
 *
 * @param name shown for the brand; empty for its id
 * @param logo a {@code data:} address of an image; empty for none
 * @param primary colour of headings and links, as {@code #1a2b3c}
 * @param accent colour of charts
 * @param footer a line at the end; may be empty
 */
public record Theme(String name, String logo, String primary, String accent, String footer) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern LOGO =
      Pattern.compile("(data:image/(png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/=]+)?");

  /** What WCAG 2.2 asks for text on its ground. */
  private static final double LEAST_CONTRAST = 4.5;

  /** What a page has where nothing else is said. */
  public static final Theme DEFAULT = new Theme("", "", "#17324d", "#0b6e69", "");

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException with the key and what was expected
   */
  public Theme {
    if (!LOGO.matcher(logo).matches()) {
      throw new IllegalArgumentException(
          "logo: expected data:image/png;base64,... (or jpeg, gif, webp, svg+xml)");
    }
    requireReadable("primary", primary);
    requireReadable("accent", accent);
  }

  private static void requireReadable(String key, String colour) {
    if (!COLOUR.matcher(colour).matches()) {
      throw new IllegalArgumentException(key + ": expected a colour as \"#1a2b3c\"");
    }
    double contrast = 1.05 / (luminance(colour) + 0.05);
    if (contrast < LEAST_CONTRAST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %s on white has a contrast of %.1f, expected %.1f or more; take a darker one",
              key,
              colour,
              contrast,
              LEAST_CONTRAST));
    }
  }

  /** Relative luminance as WCAG 2.2 defines it. */
  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
