package dev.earshot.models.topics;

import static dev.earshot.models.phrases.PhraseFile.path;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.phrases.PhraseFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a brand's reputation consists of, read from YAML: a taxonomy as {@link Taxonomy} reads it,
 * in which each entry has a weight besides, and a weight for mentions that touch none of them.
 *
 * <p>The shipped one has the dimensions of RepLab 2014 (E. Amigó et al., 2014, "Overview of RepLab
 * 2014: author profiling and reputation dimensions for online reputation management").
 *
 * @param taxonomy the dimensions' phrases, without {@value #UNDEFINED}
 * @param ids of the dimensions in the order of the file, {@value #UNDEFINED} last
 * @param weights of the same dimensions, whole numbers above zero
 */
public record ReputationDimensions(Taxonomy taxonomy, List<String> ids, List<Integer> weights) {
  /** The dimension of mentions that touch no other. */
  public static final String UNDEFINED = "undefined";

  /** The most dimensions, {@value #UNDEFINED} not counted. */
  public static final int MOST = 30;

  private static final String SHIPPED = "/dev/earshot/artifacts/dimensions/replab.yaml";
  private static final int LARGEST_WEIGHT = 1_000_000;

  /** The dimensions that are shipped with Earshot, all of the same weight. */
  public static ReputationDimensions shipped() {
    return parse("replab.yaml", PhraseFile.shipped(SHIPPED));
  }

  /**
   * The user's dimensions, or the shipped ones.
   *
   * @param yaml of the user, or null
   */
  public static ReputationDimensions of(@Nullable String yaml) {
    return yaml == null ? shipped() : parse("the dimensions", yaml);
  }

  /**
   * Reads dimensions.
   *
   * @param name of the file, for messages
   * @throws InvalidPhraseFileException with all mistakes at once
   */
  public static ReputationDimensions parse(String name, String yaml) {
    PhraseFile file = PhraseFile.named(name);
    Node root = file.parse(yaml);
    Map<String, Node> keys =
        file.mapping(root, "", Set.of("dimensions", "undefined_weight"), Set.of());
    Node list = keys.get("dimensions");
    Taxonomy taxonomy = Taxonomy.read(file, list, "dimensions", Set.of("weight"));
    List<String> ids = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    List<Node> nodes = file.list(list, "dimensions");
    for (int i = 0; i < nodes.size(); i++) {
      String key = "dimensions[" + i + "]";
      String id = taxonomy.topics().get(i).id();
      if (id.equals(UNDEFINED)) {
        file.problem(nodes.get(i), path(key, "id"), id + " has a meaning of its own");
      }
      ids.add(id);
      weights.add(weight(file, file.entries(nodes.get(i), key).get("weight"), key + ".weight"));
    }
    ids.add(UNDEFINED);
    weights.add(weight(file, keys.get("undefined_weight"), "undefined_weight"));
    if (ids.size() > MOST + 1) {
      file.problem(root, "dimensions", "there may be at most " + MOST);
    }
    file.throwIfWrong();
    return new ReputationDimensions(taxonomy, List.copyOf(ids), List.copyOf(weights));
  }

  /** A missing weight is told of by the reader of the mapping. */
  private static int weight(PhraseFile file, @Nullable Node node, String key) {
    if (node == null) {
      return 1;
    }
    String text = file.text(node, key);
    boolean isNumber =
        !text.isEmpty() && text.length() <= 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int weight = isNumber ? Integer.parseInt(text) : 0;
    if (weight < 1 || weight > LARGEST_WEIGHT) {
      file.problem(node, key, "must be a whole number from 1 to " + LARGEST_WEIGHT);
    }
    return weight;
  }

  /** The weight of a dimension as a share of all weights. */
  public double share(int dimension) {
    long sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    return (double) weights.get(dimension) / sum;
  }

  /**
   * The dimensions of a mention as bits, in the order of {@link #ids}: those that its text touches,
   * or {@value #UNDEFINED}.
   */
  public int bits(List<String> touched) {
    int bits = 0;
    for (String id : touched) {
      bits |= 1 << ids.indexOf(id);
    }
    return bits == 0 ? 1 << (ids.size() - 1) : bits;
  }
}
