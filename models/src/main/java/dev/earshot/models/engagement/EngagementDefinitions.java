package dev.earshot.models.engagement;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.phrases.PhraseFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What counts as an engagement by network and date of the post, read from YAML:
 *
 * <pre>{@code
 * definitions:
 *   - network: youtube
 *     valid_from_date: 2026-04-01
 *     counts: [likes, comments]
 *     note: shares are told to the channel's owner only
 * }</pre>
 *
 * A definition holds until its {@code valid_to_date}, or until the network's next one. A change is
 * dated and never retroactive: a network's definitions stand in the order of their dates, and none
 * begins within the stated dates of another.
 *
 * <p>{@code counted_from} says since when a network counts a figure at all:
 *
 * <pre>{@code
 * counted_from:
 *   - network: x
 *     figure: impressions
 *     date: 2022-12-15
 *     note: help.x.com, about view counts
 * }</pre>
 *
 * @param all in the order of the files
 * @param starts figures that are not counted for earlier posts, in the order of the files
 */
public record EngagementDefinitions(List<EngagementDefinition> all, List<CountStart> starts) {
  /** Stands for every network that has no definition of its own for a date. */
  public static final String ALL = "all";

  private static final String SHIPPED = "/dev/earshot/artifacts/engagement/definitions.yaml";

  /** The definitions that are shipped with Earshot. */
  public static EngagementDefinitions shipped() {
    return new EngagementDefinitions(List.of(), List.of())
        .extendedBy("definitions.yaml", PhraseFile.shipped(SHIPPED));
  }

  /**
   * The shipped definitions and those of the user behind them.
   *
   * @param yaml of the user, or null
   */
  public static EngagementDefinitions of(@Nullable String yaml) {
    return yaml == null ? shipped() : shipped().extendedBy("the definitions", yaml);
  }

  /**
   * These definitions and those of a file behind them.
   *
   * @param name of the file, for messages
   * @throws InvalidPhraseFileException with all mistakes at once
   */
  public EngagementDefinitions extendedBy(String name, String yaml) {
    PhraseFile file = PhraseFile.named(name);
    Map<String, Node> keys =
        file.mapping(file.parse(yaml), "", Set.of(), Set.of("definitions", "counted_from"));
    List<Node> nodes = file.list(keys.get("definitions"), "definitions");
    List<EngagementDefinition> definitions = new ArrayList<>(all);
    for (int i = 0; i < nodes.size(); i++) {
      String key = "definitions[" + i + "]";
      EngagementDefinition next = read(file, nodes.get(i), key);
      add(definitions, next, file, nodes.get(i), key);
    }
    List<CountStart> counted = new ArrayList<>(starts);
    List<Node> countNodes = file.list(keys.get("counted_from"), "counted_from");
    for (int i = 0; i < countNodes.size(); i++) {
      counted.add(readStart(file, countNodes.get(i), "counted_from[" + i + "]"));
    }
    file.throwIfWrong();
    return new EngagementDefinitions(List.copyOf(definitions), List.copyOf(counted));
  }

  private static CountStart readStart(PhraseFile file, Node node, String key) {
    Map<String, Node> keys =
        file.mapping(node, key, Set.of("network", "figure", "date", "note"), Set.of());
    String code = file.text(keys.get("figure"), key + ".figure");
    CountStart.Figure figure = null;
    for (CountStart.Figure known : CountStart.Figure.values()) {
      figure = known.code().equals(code) ? known : figure;
    }
    if (figure == null) {
      file.problem(node, key + ".figure", "must be likes, shares, comments, impressions or reach");
      figure = CountStart.Figure.LIKES;
    }
    Integer from = day(file, keys.get("date"), key + ".date");
    return new CountStart(
        file.text(keys.get("network"), key + ".network"),
        figure,
        file.text(keys.get("note"), key + ".note"),
        from == null ? 0 : from);
  }

  /**
   * A snapshot without the zeroes of figures that the network did not count when the post was
   * published, nor zero impressions or reach beside engagements: whoever liked a post has seen it,
   * so that such a zero is no count either.
   *
   * @param day when it was posted, days since the epoch
   */
  public Engagement known(String network, int day, Engagement snapshot) {
    Engagement known = snapshot;
    for (CountStart start : starts) {
      if (day < start.fromDay() && start.network().equals(network)) {
        known = start.known(known);
      }
    }
    return isSomeone(known.likeCount())
            || isSomeone(known.shareCount())
            || isSomeone(known.commentCount())
        ? new Engagement(
            known.observedAtMicros(),
            known.likeCount(),
            known.shareCount(),
            known.commentCount(),
            isSomeone(known.impressionCount()) ? known.impressionCount() : null,
            isSomeone(known.reachCount()) ? known.reachCount() : null,
            known.authorFollowerCount())
        : known;
  }

  private static boolean isSomeone(@Nullable Long count) {
    return count != null && count > 0;
  }

  private static EngagementDefinition read(PhraseFile file, Node node, String key) {
    Map<String, Node> keys =
        file.mapping(
            node,
            key,
            Set.of("network", "valid_from_date", "counts", "note"),
            Set.of("valid_to_date"));
    Integer from = day(file, keys.get("valid_from_date"), key + ".valid_from_date");
    Integer to = day(file, keys.get("valid_to_date"), key + ".valid_to_date");
    if (from != null && to != null && to < from) {
      file.problem(node, key + ".valid_to_date", "is before valid_from_date");
    }
    return new EngagementDefinition(
        file.text(keys.get("network"), key + ".network"),
        terms(file, keys.get("counts"), key + ".counts"),
        file.text(keys.get("note"), key + ".note"),
        from == null ? 0 : from,
        to);
  }

  private static @Nullable Integer day(PhraseFile file, @Nullable Node node, String key) {
    String text = node == null ? "" : file.text(node, key);
    if (node == null || text.isEmpty()) {
      return null;
    }
    try {
      return Math.toIntExact(LocalDate.parse(text).toEpochDay());
    } catch (DateTimeException e) {
      file.problem(node, key, "must be a date as 2026-03-31");
      return null;
    }
  }

  private static Set<EngagementTerm> terms(PhraseFile file, @Nullable Node node, String key) {
    Set<EngagementTerm> terms = EnumSet.noneOf(EngagementTerm.class);
    List<Node> nodes = file.list(node, key);
    for (int i = 0; i < nodes.size(); i++) {
      String text = file.text(nodes.get(i), key + "[" + i + "]");
      EngagementTerm term = null;
      for (EngagementTerm known : EngagementTerm.values()) {
        term = known.code().equals(text) ? known : term;
      }
      if (term == null) {
        file.problem(nodes.get(i), key + "[" + i + "]", "must be likes, shares or comments");
      } else {
        terms.add(term);
      }
    }
    if (node != null && nodes.isEmpty()) {
      file.problem(node, key, "counts nothing");
    }
    return terms;
  }

  /** Adds a definition, which ends the network's last one where that has no end of its own. */
  private static void add(
      List<EngagementDefinition> definitions,
      EngagementDefinition next,
      PhraseFile file,
      Node node,
      String key) {
    for (int i = definitions.size() - 1; i >= 0; i--) {
      EngagementDefinition last = definitions.get(i);
      if (last.network().equals(next.network())) {
        String since = " of " + next.network() + " that holds from " + date(last.fromDay());
        if (next.fromDay() <= last.fromDay()) {
          file.problem(
              node,
              key + ".valid_from_date",
              "is retroactive: it is not after the definition" + since);
        } else if (last.toDay() == null) {
          definitions.set(
              i,
              new EngagementDefinition(
                  last.network(), last.counts(), last.note(), last.fromDay(), next.fromDay() - 1));
        } else if (next.fromDay() <= last.toDay()) {
          file.problem(
              node,
              key + ".valid_from_date",
              "overlaps the definition" + since + " to " + date(last.toDay()));
        }
        break;
      }
    }
    definitions.add(next);
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  /**
   * The definition for a post: that of its network, else that of {@link #ALL}, or null where there
   * is neither for the day.
   *
   * @param day when it was posted, days since the epoch
   */
  public @Nullable EngagementDefinition of(String network, int day) {
    EngagementDefinition general = null;
    for (EngagementDefinition definition : all) {
      if (definition.holds(day)) {
        if (definition.network().equals(network)) {
          return definition;
        }
        general = definition.network().equals(ALL) ? definition : general;
      }
    }
    return general;
  }
}
