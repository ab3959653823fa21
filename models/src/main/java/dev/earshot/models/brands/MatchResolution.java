package dev.earshot.models.brands;

import dev.earshot.models.brands.BrandPatterns.Meaning;
import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.TextSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides for one post which occurrences count, and gathers them by brand. */
final class MatchResolution {
  /** A pattern that stands in the text, in one of its meanings. */
  record Candidate(int occurrence, Meaning meaning) {}

  private static final class Found {
    private final Set<BrandEvidence> evidence = EnumSet.noneOf(BrandEvidence.class);
    private final Set<TextSpan> spans = new TreeSet<>(IN_ORDER);

    void add(BrandEvidence kind, TextSpan span) {
      evidence.add(kind);
      spans.add(span);
    }
  }

  private static final Comparator<TextSpan> IN_ORDER =
      Comparator.comparingInt(TextSpan::start).thenComparingInt(TextSpan::end);

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

  /** Adds a brand of which the platform says that the post mentions its account. */
  void addAddressed(String brandId, TextSpan place) {
    Found found = found(brandId);
    found.evidence.add(BrandEvidence.HANDLE);
    if (!place.equals(TextSpan.WHOLE)) {
      found.spans.add(place);
    }
  }

  /** Adds the occurrences of a link that the text does not show: only a domain counts there. */
  void addLink(Occurrences occurrences, String link, String network) {
    for (Candidate candidate : candidates(occurrences, new NameContext(link, network))) {
      if (candidate.meaning().evidence() == BrandEvidence.DOMAIN) {
        found(idOf(candidate)).evidence.add(BrandEvidence.DOMAIN);
      }
    }
  }

  /** Adds the occurrences of a text, by start and then longest first. */
  void addOccurrences(
      Occurrences occurrences, String text, String network, AddressedAccounts addressed) {
    List<Candidate> candidates =
        candidates(occurrences, new NameContext(text, network)).stream()
            .filter(candidate -> !isAnother(candidate, occurrences, addressed))
            .toList();
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
        found.add(
            candidate.meaning().evidence(), new TextSpan(occurrences.start(i), occurrences.end(i)));
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

  private boolean isAnother(
      Candidate candidate, Occurrences occurrences, AddressedAccounts addressed) {
    Meaning meaning = candidate.meaning();
    if (meaning.evidence() != BrandEvidence.HANDLE) {
      return false;
    }
    String handle = patterns.texts().get(occurrences.pattern(candidate.occurrence())).substring(1);
    return addressed.isAnother(brandsById.get(meaning.brand()), handle);
  }

  private String idOf(Candidate candidate) {
    return brandsById.get(candidate.meaning().brand()).id();
  }

  private Found found(String id) {
    return foundById.computeIfAbsent(id, key -> new Found());
  }
}
