package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * What X's web site answers its own pages (GraphQL: SearchTimeline, UserTweets, TweetDetail,
 * TweetResultByRestId and so on), as browsers and scrapers save it. Answers differ in what is
 * around a post and change without notice; a post looks the same in all of them, so that posts are
 * found wherever they stand. Names as in the answers that the tests of vladkens/twscrape keep
 * ({@code tests/mocked-data}) and in those that trevorhobenshield/twitter-api-client documents.
 */
final class XWeb implements ElementParser<Post> {
  /** Members of the outermost object in which scrapers collect posts or answers. */
  static final Set<String> ARRAYS = Set.of("data", "tweets");

  private static final Set<String> WITHDRAWN = Set.of("TweetTombstone", "TweetUnavailable");
  private static final List<String> REFERENCES =
      List.of("tweet_results", "tweetResult", "retweeted_status_result", "quoted_status_result");

  /** Goes through all that is in an element, in its order; a file may nest deeper than a stack. */
  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    Deque<JsonNode> ahead = new ArrayDeque<>();
    ahead.push(element.value());
    boolean isFound = element.value().isEmpty();
    while (!ahead.isEmpty()) {
      JsonNode value = ahead.pop();
      isFound |= count(value, records);
      if (XWebTweet.isTweet(value)) {
        XStatuses.alone(XWebTweet.status(value), records);
        isFound = true;
        push(XWebTweet.quoted(value), ahead);
        push(XWebTweet.reposted(value), ahead);
      } else {
        if (XWebTweet.isUser(value)) {
          records.profile(XStatuses.profile(XWebTweet.user(value), null));
          isFound = true;
        }
        pushAll(value, ahead);
      }
    }
    if (!isFound) {
      records.skip(SkipReason.OTHER);
    }
  }

  /** Counts what stands in the place of a post; whether there was any. */
  private static boolean count(JsonNode value, RecordEmitter<Post> records) {
    boolean isCounted = WITHDRAWN.contains(value.path("__typename").asText());
    if (isCounted) {
      records.skip(SkipReason.WITHDRAWN);
    }
    for (String name : REFERENCES) {
      if (value.path(name).isObject() && JsonFields.isAbsent(value.path(name).path("result"))) {
        records.skip(SkipReason.STUB);
        isCounted = true;
      }
    }
    return isCounted;
  }

  private static void push(JsonNode value, Deque<JsonNode> ahead) {
    if (value.isContainerNode()) {
      ahead.push(value);
    }
  }

  /** The last one first, so that the first one is next. */
  private static void pushAll(JsonNode value, Deque<JsonNode> ahead) {
    Deque<JsonNode> members = new ArrayDeque<>();
    value.forEach(member -> push(member, members));
    members.forEach(ahead::push);
  }
}
