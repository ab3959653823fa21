package dev.earshot.pipelines.sources.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.sources.Collected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private record Line(String text, long offset, long number) {}

  private static final String FILE =
      "\ufeffone\n\ntwo\r\n   \nthis one is too long\nthree\n\r\nfour \u00e9\r\r\n\n\nlast";

  private static List<Line> read(byte[] file, ByteRange range, long linesBefore, long[] lineFeeds)
      throws IOException {
    byte[] rest = Arrays.copyOfRange(file, (int) range.channelPosition(), file.length);
    ByteArrayChannel channel = new ByteArrayChannel(rest, rest.length);
    LineReader reader = new LineReader(channel, range, 9);
    List<Line> lines = new ArrayList<>();
    while (reader.next()) {
      String text =
          reader.isTooLong()
              ? reader.sha256()
              : new String(
                  reader.buffer(), reader.offset(), reader.length(), StandardCharsets.UTF_8);
      lines.add(new Line(text, reader.byteOffset(), linesBefore + reader.lineInRange()));
    }
    lineFeeds[0] = reader.lineFeeds();
    return lines;
  }

  @Test
  void givesEveryLineThatIsNotBlankWithItsPlace() throws IOException {
    long[] lineFeeds = new long[1];
    List<Line> lines = read(Collected.bytes(FILE), ByteRange.WHOLE, 0, lineFeeds);
    assertEquals(
        List.of(
            new Line("one", 3, 0),
            new Line("two", 8, 2),
            // printf 'this one is too long' | sha256sum
            new Line("e627f4ac4a83f0ce846f0a9c46b8b65518cbba63d206a1963bb429411bfe5b03", 17, 4),
            new Line("three", 38, 5),
            new Line("four \u00e9\r", 46, 7),
            new Line("last", 58, 10)),
        lines);
    assertEquals(10, lineFeeds[0]);
  }

  @Test
  void anyTwoRangesGiveTheWhole() throws IOException {
    byte[] file = Collected.bytes(FILE);
    long[] lineFeeds = new long[1];
    List<Line> whole = read(file, ByteRange.WHOLE, 0, lineFeeds);
    long allLineFeeds = lineFeeds[0];
    for (int split = 0; split <= file.length; split++) {
      List<Line> lines = new ArrayList<>(read(file, new ByteRange(0, split), 0, lineFeeds));
      long before = lineFeeds[0];
      lines.addAll(read(file, new ByteRange(split, file.length), before, lineFeeds));
      assertEquals(whole, lines, "split at " + split);
      assertEquals(allLineFeeds, before + lineFeeds[0], "split at " + split);
    }
  }

  @Test
  void anyThreeRangesGiveTheWhole() throws IOException {
    byte[] file = Collected.bytes(FILE);
    long[] lineFeeds = new long[1];
    List<Line> whole = read(file, ByteRange.WHOLE, 0, lineFeeds);
    for (int first = 0; first <= file.length; first++) {
      for (int second = first; second <= file.length; second++) {
        List<Line> lines = new ArrayList<>();
        long before = 0;
        int[] bounds = {0, first, second, file.length};
        for (int i = 0; i < 3; i++) {
          lines.addAll(read(file, new ByteRange(bounds[i], bounds[i + 1]), before, lineFeeds));
          before += lineFeeds[0];
        }
        assertEquals(whole, lines, first + " and " + second);
      }
    }
  }

  @Test
  void linesOfExactlyTheLimitAreNotTooLong() throws IOException {
    long[] lineFeeds = new long[1];
    byte[] file = Collected.bytes("123456789\n123456789\r\n1234567890\n123456789");
    List<Line> lines = read(file, ByteRange.WHOLE, 0, lineFeeds);
    assertEquals(
        List.of(
            new Line("123456789", 0, 0),
            new Line("123456789", 10, 1),
            // printf 1234567890 | sha256sum
            new Line("c775e7b757ede630cd0aa1113bd102661ab38829ca52a6422ab782862f268646", 21, 2),
            new Line("123456789", 32, 3)),
        lines);
  }

  @Test
  void anEmptyFileHasNoLine() throws IOException {
    long[] lineFeeds = new long[1];
    assertEquals(List.of(), read(new byte[0], ByteRange.WHOLE, 0, lineFeeds));
    assertEquals(List.of(), read(Collected.bytes("\ufeff"), ByteRange.WHOLE, 0, lineFeeds));
    assertArrayEquals(new long[] {0}, lineFeeds);
  }
}
