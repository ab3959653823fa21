package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import dev.earshot.models.yaml.YamlWording;
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

  /** Enough for 10,000 brands with ten names each, several times over. */
  private static final int CODE_POINT_LIMIT = 64 * 1024 * 1024;

  private static final YamlWording WORDING =
      new YamlWording(
          "not valid YAML: ",
          "",
          "expected a mapping of keys to values, found {found}",
          "duplicate key, first on line {line}",
          "expected a list of {of}, found {found}");

  private final YamlProblems problems;
  private final YamlReader reader;

  private BrandFile(YamlProblems problems) {
    this.problems = problems;
    this.reader = new YamlReader(problems, WORDING);
  }

  /**
   * Reads the brands of a file.
   *
   * @param yaml the file's text
   * @param sourceName the file's name for messages
   * @throws BrandFileException with every mistake of the file, if it has any
   */
  public static BrandBook read(String yaml, String sourceName) throws BrandFileException {
    YamlProblems problems = new YamlProblems(sourceName);
    BrandBook book = new BrandFile(problems).readBook(yaml);
    if (book == null || !problems.isEmpty()) {
      throw new BrandFileException(problems.sorted());
    }
    return book;
  }

  private @Nullable BrandBook readBook(String yaml) {
    Node root = reader.compose(yaml, CODE_POINT_LIMIT);
    if (root != null) {
      return readRoot(root);
    }
    if (problems.isEmpty()) {
      problems.add(null, "", "the file is empty; expected a list 'brands'");
    }
    return null;
  }

  private @Nullable BrandBook readRoot(Node root) {
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
    return problems.isEmpty() ? BrandBook.of(panelVersion, brands) : null;
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
