package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.PostDraft.Link;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who takes part: brands, authors, the period, and the ids of posts. */
final class Cast {
  private final SeededRandom random;
  private final Period period;
  private final List<FictionalBrand> brands;
  private final double[] cumulativeShares;
  private final Authors authors;
  private long postSequence;

  Cast(SeededRandom random, GeneratorOptions options) {
    this.random = random;
    period = new Period(options.days());
    brands = IntStream.range(0, options.brands()).mapToObj(FictionalBrand::at).toList();
    authors = new Authors(random);
    cumulativeShares = new double[brands.size()];
    double sum = 0;
    for (int index = 0; index < cumulativeShares.length; index++) {
      sum += 1 / StrictMath.sqrt(index + 1);
      cumulativeShares[index] = sum;
    }
  }

  Period period() {
    return period;
  }

  Authors authors() {
    return authors;
  }

  List<FictionalBrand> brands() {
    return brands;
  }

  int brandCount() {
    return brands.size();
  }

  /** A brand; the later in the list, the rarer. */
  FictionalBrand brand() {
    double at = random.nextDouble() * cumulativeShares[cumulativeShares.length - 1];
    int index = 0;
    while (at >= cumulativeShares[index]) {
      index++;
    }
    return brands.get(index);
  }

  FictionalBrand otherBrand(FictionalBrand brand) {
    int step = random.between(1, brands.size() - 1);
    return brands.get((brand.index() + step) % brands.size());
  }

  PostDraft draft(Network network, int author, Utterance said, long moment, @Nullable Link link) {
    return draft(network, author, said.text(), said.statedLanguage(), moment, link);
  }

  PostDraft draft(
      Network network,
      int author,
      String text,
      @Nullable String language,
      long moment,
      @Nullable Link link) {
    return new PostDraft(
        network,
        author,
        network.postId(postSequence++),
        network.authorId(author),
        Authors.handle(network, author),
        text,
        language,
        moment,
        link);
  }

  PostDraft ownDraft(
      FictionalBrand brand, Network network, Utterance said, long moment, @Nullable Link link) {
    return new PostDraft(
        network,
        -1,
        network.postId(postSequence++),
        network.ownAccountId(brand.index()),
        brand.handle(),
        said.text(),
        said.statedLanguage(),
        moment,
        link);
  }
}
