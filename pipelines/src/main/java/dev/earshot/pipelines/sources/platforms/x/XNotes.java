package dev.earshot.pipelines.sources.platforms.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.spec.Siblings;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts beyond 280 characters of an archive: {@value #FILE} has them without the ids of their
 * posts. The note of a post whose text is cut is the one that was written at the same moment and
 * begins alike, if there is one. At most {@value #MAX_CHARACTERS} characters are kept; notes behind
 * these have no post.
 */
final class XNotes {
  /** The file of an archive that holds them. */
  static final String FILE = "note-tweet.js";

  private static final int MAX_CHARACTERS = 1 << 23;
  private static final char CUT = '…';
  private static final String LINK = "https://t.co/";

  private final Map<Long, List<JsonNode>> byMoment = new HashMap<>();
  private int characters;

  /** Reads those of the archive that a file is part of; what is broken there is told elsewhere. */
  static XNotes beside(Siblings siblings, ReadLimits limits) throws IOException {
    XNotes notes = new XNotes();
    try (ReadableByteChannel channel = siblings.open(FILE)) {
      if (channel != null) {
        DocumentSource.posts(
                Format.X_ARCHIVE,
                DocumentSource.WHOLE,
                (element, records) -> notes.add(element.value().path("noteTweet")),
                limits)
            .read(channel, ByteRange.WHOLE, new Nothing());
      }
    }
    return notes;
  }

  private void add(JsonNode note) {
    JsonNode core = note.path("core");
    Long moment = JsonFields.micros(note.path("createdAt"));
    int length = core.path("text").asText().length();
    if (moment != null && length > 0 && length <= MAX_CHARACTERS - characters) {
      characters += length;
      byMoment.computeIfAbsent(moment, one -> new ArrayList<>()).add(core);
    }
  }

  /** The post with its whole text, if that is known and was cut. */
  JsonNode whole(JsonNode tweet) {
    String text = tweet.path("full_text").asText();
    int cut = text.lastIndexOf(CUT);
    Long moment = cut < 0 ? null : JsonFields.micros(tweet.path("created_at"));
    if (moment == null || !isLinks(text.substring(cut + 1))) {
      return tweet;
    }
    JsonNode note = note(moment, HtmlEntities.unescape(text.substring(0, cut)).strip());
    if (note == null) {
      return tweet;
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    tweet.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
    ObjectNode extended = whole.putObject("extended_tweet");
    extended.set("full_text", note.path("text"));
    extended.putObject("entities").set("urls", urls(note));
    return whole;
  }

  /** The only note of that moment that begins so. */
  private @Nullable JsonNode note(long moment, String beginning) {
    JsonNode found = null;
    for (JsonNode note : byMoment.getOrDefault(moment, List.of())) {
      String text = HtmlEntities.unescape(note.path("text").asText()).strip();
      if (!beginning.isEmpty() && text.startsWith(beginning)) {
        if (found != null) {
          return null;
        }
        found = note;
      }
    }
    return found;
  }

  /** Whether nothing but links stand behind the cut: to the whole post, and to its pictures. */
  private static boolean isLinks(String end) {
    for (String word : end.strip().split(" ", -1)) {
      if (!word.isEmpty() && !word.startsWith(LINK)) {
        return false;
      }
    }
    return true;
  }

  /** Under the names that posts have for them. */
  private static ArrayNode urls(JsonNode note) {
    ArrayNode urls = JsonNodeFactory.instance.arrayNode();
    for (JsonNode url : note.path("urls")) {
      ObjectNode named = urls.addObject();
      named.set("url", url.path("shortUrl"));
      named.set("expanded_url", url.path("expandedUrl"));
    }
    return urls;
  }

  /** The file is read as others of the archive are, which tells what is wrong with it. */
  private static final class Nothing implements RecordSink<Post> {
    @Override
    public void accept(Post post, long byteOffset) {}

    @Override
    public void reject(Rejection rejection) {}
  }
}
