package dev.earshot.models.brands;

import dev.earshot.models.brands.BrandPatterns.Meaning;
import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.TextSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decides for one post which occurrences count, and gathers them by brand. */
final class MatchResolution {
  /** A pattern that stands in the text, in one of its meanings. */
  record Candidate(int occurrence, Meaning meaning) {}

  private static final class Found {
    private final Set<BrandEvidence> evidence = EnumSet.noneOf(BrandEvidence.class);
    private final List<TextSpan> spans = new ArrayList<>();

    void add(BrandEvidence kind, int start, int end) {
      evidence.add(kind);
      TextSpan span = new TextSpan(start, end);
      if (spans.isEmpty() || !spans.get(spans.size() - 1).equals(span)) {
        spans.add(span);
      }
    }
  }

  private final BrandPatterns patterns;
  private final List<Brand> brandsById;
  private final Map<String, Found> foundById = new TreeMap<>();

  MatchResolution(BrandPatterns patterns, List<Brand> brandsById) {
    this.patterns = patterns;
    this.brandsById = brandsById;
  }

  void addReply(String brandId) {
    found(brandId).evidence.add(BrandEvidence.REPLY_TO_OWN_ACCOUNT);
  }

  /** Adds the occurrences of a text, by start and then longest first. */
  void addOccurrences(Occurrences occurrences, String text, String network) {
    List<Candidate> candidates = candidates(occurrences, new NameContext(text, network));
    for (Candidate candidate : candidates) {
      if (!candidate.meaning().guarded()) {
        found(idOf(candidate));
      }
    }
    NearWords near = new NearWords(patterns, occurrences, text);
    for (Candidate candidate : candidates) {
      if (candidate.meaning().guarded() && near.makePlain(candidate)) {
        found(idOf(candidate));
      }
    }
    for (Candidate candidate : candidates) {
      Found found = foundById.get(idOf(candidate));
      if (found != null && !(candidate.meaning().guarded() && near.forbid(candidate))) {
        int i = candidate.occurrence();
        found.add(candidate.meaning().evidence(), occurrences.start(i), occurrences.end(i));
      }
    }
  }

  List<BrandMatch> matches() {
    List<BrandMatch> matches = new ArrayList<>(foundById.size());
    foundById.forEach(
        (id, found) ->
            matches.add(
                new BrandMatch(
                    id,
                    Collections.unmodifiableSet(found.evidence),
                    BrandRelevance.of(found.evidence),
                    List.copyOf(found.spans))));
    return Collections.unmodifiableList(matches);
  }

  /** What stands in the text, of overlapping names only the leftmost longest. */
  private List<Candidate> candidates(Occurrences occurrences, NameContext context) {
    List<Candidate> candidates = new ArrayList<>();
    int taken = 0;
    for (int i = 0; i < occurrences.size(); i++) {
      int start = occurrences.start(i);
      int end = occurrences.end(i);
      List<Meaning> meanings = patterns.meanings(occurrences.pattern(i));
      if (start < taken || meanings.isEmpty()) {
        continue;
      }
      UrlContext.Part part = context.urlPart(start);
      for (Meaning meaning : meanings) {
        if (context.allows(meaning, start, end, part)) {
          candidates.add(new Candidate(i, meaning));
          taken = end;
        }
      }
    }
    return candidates;
  }

  private String idOf(Candidate candidate) {
    return brandsById.get(candidate.meaning().brand()).id();
  }

  private Found found(String id) {
    return foundById.computeIfAbsent(id, key -> new Found());
  }
}
