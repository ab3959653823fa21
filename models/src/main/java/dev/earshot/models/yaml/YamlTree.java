package dev.earshot.models.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Composes one YAML document into nodes with marks, within limits on size, depth and aliases. */
final class YamlTree {
  static final int ALIAS_LIMIT = 50;
  static final int DEPTH_LIMIT = 16;

  private YamlTree() {}

  /**
   * The root node; null where there is none, or after the reason why the text is not YAML has been
   * added to {@code problems}.
   */
  static @Nullable Node compose(
      String yaml, int codePointLimit, String notYaml, YamlProblems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(codePointLimit)
            .setMaxAliasesForCollections(ALIAS_LIMIT)
            .build();
    String withoutMark = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    try {
      Parser parser = new ParserImpl(settings, new StreamReader(settings, withoutMark));
      Optional<Node> root = new Composer(settings, new DepthLimitedParser(parser)).getSingleNode();
      return root.filter(node -> !node.getTag().equals(Tag.NULL)).orElse(null);
    } catch (MarkedYamlEngineException e) {
      problems.addAt(
          e.getProblemMark().or(e::getContextMark), "", notYaml + oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      problems.addAt(Optional.empty(), "", notYaml + oneLine(e.getMessage()));
    }
    return null;
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "unreadable" : message.strip().replace('\n', ' ').replace('\r', ' ');
  }

  /** Stops before the composer, which recurses, can run out of stack. */
  private static final class DepthLimitedParser implements Parser {
    private final Parser parser;
    private int depth;

    DepthLimitedParser(Parser parser) {
      this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
      return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
      return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
      return parser.hasNext();
    }

    @Override
    public Event next() {
      Event event = parser.next();
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> depth++;
        case SequenceEnd, MappingEnd -> depth--;
        default -> {}
      }
      if (depth > DEPTH_LIMIT) {
        throw new ParserException(
            "nested deeper than " + DEPTH_LIMIT + " levels", event.getStartMark());
      }
      return event;
    }
  }
}
