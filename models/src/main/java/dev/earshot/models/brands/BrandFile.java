package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the brand file: YAML with a list {@code brands} and an optional {@code panel_version}.
 *
 * <p>{@code pipelines/docs/brands.md} describes every key. The smallest file:
 *
 * <pre>{@code
 * brands:
 *   - id: delta
 *     name: Delta Air Lines
 * }</pre>
 *
 * <p>A file is limited to 64 million characters, 16 levels and 50 aliases of lists or mappings.
 */
public final class BrandFile {
  private static final Set<String> KEYS = new LinkedHashSet<>(List.of("panel_version", "brands"));

  private final ProblemList problems;
  private final YamlReader reader;

  private BrandFile(ProblemList problems) {
    this.problems = problems;
    this.reader = new YamlReader(problems);
  }

  /**
   * Reads the brands of a file.
   *
   * @param yaml the file's text
   * @param sourceName the file's name for messages
   * @throws BrandFileException with every mistake of the file, if it has any
   */
  public static BrandBook read(String yaml, String sourceName) throws BrandFileException {
    ProblemList problems = new ProblemList(sourceName);
    Node root = YamlTree.compose(yaml, sourceName, problems);
    BrandBook book = root == null ? null : new BrandFile(problems).readRoot(root);
    problems.throwIfAny();
    if (book == null) {
      throw new IllegalStateException("a file without problems must give a book");
    }
    return book;
  }

  private @Nullable BrandBook readRoot(Node root) throws BrandFileException {
    Map<String, Node> values = reader.mapping(root, "", KEYS);
    if (!(root instanceof MappingNode)) {
      return null;
    }
    Node version = values.get("panel_version");
    String panelVersion = version == null ? null : reader.filledText(version, "panel_version");
    Node list = values.get("brands");
    if (list == null) {
      problems.add(root, "", "the key 'brands' is missing; expected a list of brands");
      return null;
    }
    List<Brand> brands = readBrands(list);
    problems.throwIfAny();
    return BrandBook.of(panelVersion, brands);
  }

  private List<Brand> readBrands(Node list) {
    List<Node> elements = reader.list(list, "brands", "brands");
    if (list instanceof SequenceNode && elements.isEmpty()) {
      problems.add(list, "brands", "the list has no brands");
    }
    BrandReader brandReader = new BrandReader(reader, problems);
    List<Brand> brands = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      brands.add(brandReader.read(elements.get(i), "brands[" + i + "]"));
    }
    brandReader.checkCompetitors();
    return brands;
  }
}
