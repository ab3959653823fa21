package dev.earshot.pipelines.facts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing between a brand and the public on a day, in the open: a conversation, what a person
 * said on it, that the brand passed on a person's post, that a person left it for another brand, or
 * that it posted something.
 *
 * @param brandId the brand
 * @param day local date of the brand, days since the epoch; of a conversation when it was opened
 * @param person the person, null for what the brand posted
 * @param talk a conversation, or null
 * @param language of what the person said, null where it is not known or nothing was said
 * @param said what the person said that day in that language, or null
 * @param sharedAtMicros when the brand passed on a post of the person, or null
 * @param switchedTo the brand for which the person says to leave this one, or null
 * @param post what the brand posted, or null
 */
public record RelationFact(
    String brandId,
    int day,
    @Nullable Person person,
    @Nullable Talk talk,
    @Nullable String language,
    @Nullable Said said,
    @Nullable Long sharedAtMicros,
    @Nullable String switchedTo,
    @Nullable OwnPost post) {

  /**
   * A person.
   *
   * @param network where
   * @param personId pseudonym of the account
   */
  public record Person(String network, String personId) {}

  /**
   * A conversation.
   *
   * @param isBegunByPerson whether the person wrote first
   * @param isAsking whether the person asks or complains
   * @param isPrivacyConcern whether the person complains of intrusion
   * @param askedAtMicros when the person first wrote, or null
   * @param answeredAtMicros when the brand first wrote by hand after that, or null
   * @param wroteAtMicros when the brand first wrote by hand, or null
   */
  public record Talk(
      boolean isBegunByPerson,
      boolean isAsking,
      boolean isPrivacyConcern,
      @Nullable Long askedAtMicros,
      @Nullable Long answeredAtMicros,
      @Nullable Long wroteAtMicros) {}

  /**
   * How often a person did what on a day, in posts that repeat nobody.
   *
   * @param mentions posts about the brand
   * @param positive of these, those that are positive toward the brand
   * @param neutral those that are neutral
   * @param negative those that are negative
   * @param recommendations positive ones with advice to others
   * @param warnings negative ones that warn others off
   * @param suggestions those that suggest something
   * @param departures those that tell that the person leaves, or is about to
   * @param gifts those that praise, recommend or suggest
   * @param shares posts of the brand that the person passed on
   * @param negativeTopics the topics of the negative ones, each once, sorted
   */
  public record Said(
      long mentions,
      long positive,
      long neutral,
      long negative,
      long recommendations,
      long warnings,
      long suggestions,
      long departures,
      long gifts,
      long shares,
      List<String> negativeTopics) {
    /** Nothing. */
    public static final Said NOTHING = new Said(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    /** A post of the brand, passed on. */
    public static final Said SHARE = new Said(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, List.of());

    /** Both together. */
    public Said plus(Said other) {
      return new Said(
          mentions + other.mentions,
          positive + other.positive,
          neutral + other.neutral,
          negative + other.negative,
          recommendations + other.recommendations,
          warnings + other.warnings,
          suggestions + other.suggestions,
          departures + other.departures,
          gifts + other.gifts,
          shares + other.shares,
          union(negativeTopics, other.negativeTopics));
    }

    private static List<String> union(List<String> one, List<String> other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.isEmpty() ? other : one;
      }
      return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
    }
  }

  /**
   * A post of the brand.
   *
   * @param isBroadcast whether it answers nobody, passes nothing on and names no account
   * @param topics what it is about
   */
  public record OwnPost(boolean isBroadcast, List<String> topics) {}

  /** A conversation with a person. */
  public static RelationFact talked(String brandId, int day, Person person, Talk talk) {
    return new RelationFact(brandId, day, person, talk, null, null, null, null, null);
  }

  /** What a person said on a day in a language. */
  public static RelationFact said(
      String brandId, int day, Person person, @Nullable String language, Said said) {
    return new RelationFact(brandId, day, person, null, language, said, null, null, null);
  }

  /** That the brand passed on a person's post. */
  public static RelationFact shared(String brandId, int day, Person person, long atMicros) {
    return new RelationFact(brandId, day, person, null, null, null, atMicros, null, null);
  }

  /** That a person says to leave the brand for another one. */
  public static RelationFact switched(String brandId, int day, Person person, String otherBrandId) {
    return new RelationFact(brandId, day, person, null, null, null, null, otherBrandId, null);
  }

  /** That the brand posted something. */
  public static RelationFact posted(String brandId, int day, OwnPost post) {
    return new RelationFact(brandId, day, null, null, null, null, null, null, post);
  }
}
