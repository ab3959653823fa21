package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files of the user, in UTF-8. */
final class TextFile {
  private TextFile() {}

  /**
   * The text of a file.
   *
   * @throws UserException where it is not UTF-8, with the line
   */
  static String read(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new UserException(
          ExitCode.CONFIGURATION,
          path + ":" + line + ": is not UTF-8; save the file in that encoding");
    }
    return out.flip().toString();
  }
}
