package dev.earshot.models.understanding;

import java.util.List;

/** Texts that nobody writes by hand. */
final class HostileTexts {
  private HostileTexts() {}

  static List<String> all() {
    return List.of(
        "",
        " ",
        "\u0000",
        "\uD83D",
        "\uDE00\uD83D a \uDE00",
        "not \u0000 good\u0000",
        "a".repeat(1_000_000),
        "abcdefghij".repeat(100_000),
        "#" + "tag".repeat(100_000),
        "\uD83D\uDE21".repeat(100_000),
        "\u201C".repeat(10_000) + "hello" + "\u201D".repeat(10_000),
        "\"(".repeat(10_000) + "hello" + ")\"".repeat(10_000),
        "?! ".repeat(100_000),
        "! ".repeat(100_000),
        "\n".repeat(100_000),
        "not ".repeat(50_000),
        "deliver a ".repeat(50_000),
        "@a".repeat(50_000),
        "http://".repeat(50_000),
        "a.".repeat(50_000),
        "a\u0301".repeat(50_000),
        "\u202E\u200D\uFE0F".repeat(30_000));
  }
}
