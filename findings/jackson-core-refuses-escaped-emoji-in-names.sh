#!/usr/bin/env bash
# jackson-core 2.21.0 and 2.21.1 refuse a member's name in which an emoji is written as two escapes
# of a surrogate pair, when they read bytes; they read the same name from characters, and the same
# escapes in a value. 2.20.1 and 2.21.2 read all of them.
#
# Seen: com.fasterxml.jackson.core.JsonParseException, "Invalid UTF-8: Illegal surrogate character
# 0xd83d", though the bytes are ASCII. Upstream: FasterXML/jackson-core issue 1541.
#
# For users: Python's json module writes all text that way, and Misskey's and Mastodon's forks count
# reactions under the emoji itself, so that a dump of notes could not be read. Earshot takes 2.21.2,
# and reads such a note in a test.
#
# Needs a JDK of 17 or newer, Maven and the network. Exits with 0 while this is so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Finding.java <<'JAVA'
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.nio.charset.StandardCharsets;

class Finding {
  public static void main(String[] arguments) throws Exception {
    JsonFactory factory = new JsonFactory();
    String name = "{\"\\ud83d\\udc4d\": 3}";
    String value = "{\"reaction\": \"\\ud83d\\udc4d\"}";
    read("name from bytes", factory.createParser(name.getBytes(StandardCharsets.US_ASCII)));
    read("name from characters", factory.createParser(name));
    read("value from bytes", factory.createParser(value.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void read(String what, JsonParser parser) throws Exception {
    try (parser) {
      while (parser.nextToken() != null) {}
      System.out.println(what + ": read");
    } catch (JsonParseException e) {
      System.out.println(what + ": " + e.getOriginalMessage());
    }
  }
}
JAVA

for version in 2.20.1 2.21.1 2.21.2; do
  mvn -q -B dependency:copy -Dartifact="com.fasterxml.jackson.core:jackson-core:$version" \
    -DoutputDirectory=. >/dev/null
  echo "$version"
  java -cp "jackson-core-$version.jar" Finding.java
done | tee seen

cat >expected <<'SEEN'
2.20.1
name from bytes: read
name from characters: read
value from bytes: read
2.21.1
name from bytes: Invalid UTF-8: Illegal surrogate character 0xd83d
name from characters: read
value from bytes: read
2.21.2
name from bytes: read
name from characters: read
value from bytes: read
SEEN
cmp seen expected
