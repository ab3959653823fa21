package dev.earshot.pipelines.run;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.brands.BrandFile;
import dev.earshot.models.brands.BrandFileException;
import dev.earshot.models.brands.BrandMatcher;
import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Post;
import dev.earshot.models.engagement.EngagementDefinitions;
import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.quantification.CalibrationFile;
import dev.earshot.models.quantification.NetAdjustments;
import dev.earshot.models.quantification.ReaderSpread;
import dev.earshot.models.text.TextPattern;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.understanding.AnalyzerKind;
import dev.earshot.models.understanding.AnalyzerSpec;
import dev.earshot.models.understanding.SampledParser;
import dev.earshot.models.understanding.TextAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heavy things that the steps of a run share, built once per process and settings: brand book,
 * matcher, models, key.
 */
public final class RunTools {
  private static final Logger LOG = LoggerFactory.getLogger(RunTools.class);
  private static final ConcurrentHashMap<RunSettings, RunTools> SHARED = new ConcurrentHashMap<>();

  private final BrandBook brands;
  private final BrandMatcher matcher;
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final Map<String, List<TextPattern>> automated = new HashMap<>();
  private final ReputationDimensions dimensions;
  private final EngagementDefinitions engagements;
  private final NetAdjustments adjustments;
  private final RunSettings settings;
  private final byte[] key;
  private final BrandTopics topics;
  private final Panels panels;

  private RunTools(RunSettings settings) {
    this.settings = settings;
    try {
      this.brands = BrandFile.read(settings.brands().yaml(), settings.brands().name());
      this.key = settings.key().read();
    } catch (BrandFileException e) {
      throw new IllegalStateException("the brand file was checked before the run", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.dimensions = ReputationDimensions.of(settings.definitions().dimensionsYaml());
    this.engagements = EngagementDefinitions.of(settings.definitions().engagementsYaml());
    String calibration = settings.definitions().calibration();
    this.adjustments =
        NetAdjustments.of(
            calibration == null ? null : CalibrationFile.parse("the calibration", calibration));
    this.matcher = BrandMatcher.of(brands);
    this.panels = Panels.of(brands.brands());
    this.topics = BrandTopics.of(brands, settings.definitions().topicsYaml());
    for (Brand brand : brands.brands()) {
      zones.put(brand.id(), brand.zone());
      automated.put(brand.id(), brand.automated().stream().map(TextPattern::of).toList());
    }
    LOG.info("models and brands of run {} are ready in this process", settings.runId());
  }

  /** The workbench of these settings in this process. */
  public static RunTools of(RunSettings settings) {
    return SHARED.computeIfAbsent(settings, RunTools::new);
  }

  public BrandBook brands() {
    return brands;
  }

  /** The id of the brand whose account it is, or null. */
  public @Nullable String ownerOf(String network, String accountId, @Nullable String handle) {
    Brand owner = brands.ownerOf(network, accountId, handle);
    return owner == null ? null : owner.id();
  }

  /** The id of the brand whose account wrote a post, or null. */
  public @Nullable String authorOf(Post post) {
    Brand owner = brands.authorOf(post);
    return owner == null ? null : owner.id();
  }

  /**
   * Whether the brand file says that a text is one of the brand's automatic replies.
   *
   * @param folded what {@link TextPattern#folded} gives for the text
   */
  public boolean isAutomated(String brandId, String folded) {
    return Objects.requireNonNull(automated.get(brandId)).stream()
        .anyMatch(pattern -> pattern.matches(folded));
  }

  Panels panels() {
    return panels;
  }

  public BrandMatcher matcher() {
    return matcher;
  }

  public ReputationDimensions dimensions() {
    return dimensions;
  }

  ReaderSpread readerSpread() {
    return adjustments.spread();
  }

  @Nullable AdjustedNet adjustment(String language) {
    return adjustments.of(language);
  }

  public EngagementDefinitions engagements() {
    return engagements;
  }

  /** A fresh hasher: it is not safe for use by several threads. */
  public Pseudonyms pseudonyms() {
    return Pseudonyms.of(key);
  }

  /** The topics of a text that are topics for a brand. */
  public List<String> topicsFor(String brandId, List<String> topicIds) {
    return topics.of(brandId, topicIds);
  }

  /** The process's analyzer, built when it is first asked for. */
  public TextAnalyzer analyzer() {
    return new AnalyzerSpec(
            AnalyzerKind.FAST, topics.selection(), settings.definitions().dimensionsYaml())
        .build();
  }

  /** What parses a sample of the posts, or null where the run has none. */
  public @Nullable SampledParser parser() {
    return settings.parsedShare() > 0 ? SampledParser.of(settings.parsedShare()) : null;
  }

  /** The local date of an instant where the brand reports. */
  public int dayOf(String brandId, long micros) {
    return DateScope.dayOf(micros, Objects.requireNonNull(zones.get(brandId)));
  }
}
