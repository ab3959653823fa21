package dev.earshot.pipelines.sources.platforms.youtube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What yt-dlp writes beside a video, made by hand, and the records that stand in it. */
class YtDlpTest {
  private static final String DAY = " 2026-03-01T";
  private static final String SEEN = " seen 2026-03-02T10:00:00Z likes ";
  private static final String DESCRIBED = "//Quiet at last./https://veltrano.example/kettles' en";

  private static String counted(String video) {
    return DAY
        + "10:00:00Z in "
        + video
        + " video"
        + SEEN
        + "30 comments 4 shown 900 followers 1200";
  }

  @Test
  void aVideoBehindItsComments() throws IOException {
    Collected<?> read = PlatformFixture.read("youtube/kettle.info.json", Format.YT_DLP);
    String thread = " in vid00000001";
    assertEquals(
        List.of(
            "youtube Ugx1 by UCann @ann_fictional 'My Veltrano kettle is quiet too'"
                + DAY
                + "11:00:00Z answers vid00000001"
                + thread
                + SEEN
                + "1",
            "youtube Ugx1.1 by UCbob 'it is not' 2026-03-02T09:00:00Z answers Ugx1"
                + thread
                + SEEN
                + "0",
            "youtube Ugx3 by unknown:Ugx3 'nobody wrote this'"
                + DAY
                + "11:00:00Z answers vid00000001"
                + thread,
            "youtube vid00000001 by UCveltrano @veltrano 'The quiet kettle"
                + DESCRIBED
                + counted("vid00000001")),
        PlatformFixture.lines(read));
    assertEquals(
        List.of("missing_field posted_at"),
        PlatformFixture.rejections(read).stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .toList());
    assertEquals(Map.of("stub", 1), PlatformFixture.skipped(read));
  }

  @Test
  void linesOfVideos() throws IOException {
    Collected<?> read = PlatformFixture.read("youtube/videos.jsonl", Format.YT_DLP);
    assertEquals(
        List.of(
            "youtube vid00000002 by UCveltrano @veltrano 'Only a day'"
                + DAY
                + "00:00:00Z in vid00000002 video comments 4 shown 900"),
        PlatformFixture.lines(read));
    assertEquals(List.of("5 invalid_json null"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 2, "stub", 1, "other", 2), PlatformFixture.skipped(read));
  }

  @Test
  void aPlaylist() throws IOException {
    Collected<?> read = PlatformFixture.read("youtube/playlist.json", Format.YT_DLP);
    assertEquals(
        List.of(
            "youtube Ugx6 by UCann @ann_fictional 'on the first'"
                + DAY
                + "11:00:00Z answers vid00000006 in vid00000006"
                + SEEN
                + "1",
            "youtube vid00000006 by UCveltrano @veltrano 'First of a list"
                + DESCRIBED
                + counted("vid00000006"),
            "youtube vid00000007 by UCveltrano @veltrano 'Second of a list"
                + DESCRIBED
                + counted("vid00000007")),
        PlatformFixture.lines(read));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(read));
  }
}
