package dev.earshot.pipelines.sources.platforms.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exports of 2024 and later, made by hand, with what used to be taken for Instagram's. */
class TelegramFilesTest {
  @Test
  void aForwardIsNoPostOfTheChannelAndAStickerHasNoWords() throws IOException {
    Collected<?> read = PlatformFixture.read("telegram-2024/channel.json", Format.TELEGRAM_POSTS);
    String by = " by channel1500000001 @Kea News ";
    assertEquals(
        List.of(
            "telegram 1500000001/1" + by + "'New mugs' 2025-03-01T10:00:00Z in 1500000001 likes 48",
            "telegram 1500000001/2"
                + by
                + "'I never buy anything but Kea' 2025-03-01T11:00:00Z repeats"
                + " unknown:1500000001/2 in 1500000001",
            "telegram 1500000001/3" + by + "'' 2025-03-01T12:00:00Z in 1500000001 sticker"),
        PlatformFixture.lines(read));
    assertEquals(List.of("10 invalid_timestamp posted_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void voiceAndStickersAreMessagesWithoutWords() throws IOException {
    Collected<?> read =
        PlatformFixture.read("telegram-2024/private.json", Format.TELEGRAM_MESSAGES);
    List<Message> messages = read.records.stream().map(Message.class::cast).toList();
    assertEquals(
        List.of("Where is my mug?", "We answer soon", "", ""),
        messages.stream().map(Message::text).toList());
    assertEquals(
        List.of(false, true, false, false), messages.stream().map(Message::isAutomated).toList());
    assertEquals(List.of(), PlatformFixture.rejections(read));
  }
}
