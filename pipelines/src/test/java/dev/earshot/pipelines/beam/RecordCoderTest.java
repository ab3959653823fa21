package dev.earshot.pipelines.beam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Intent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class RecordCoderTest {
  record Inner(String name, Long size) {}

  record Everything(
      String text,
      long whole,
      Long optionalWhole,
      int small,
      Integer optionalSmall,
      double real,
      Double optionalReal,
      boolean flag,
      Boolean optionalFlag,
      Intent choice,
      Set<Intent> choices,
      List<String> words,
      List<Inner> inners,
      Inner inner) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Blob(byte[] bytes) {}

  record Unsupported(Map<String, String> map) {}

  private static <T> T roundTrip(Coder<T> coder, T value) throws IOException {
    return coder.decode(new ByteArrayInputStream(encode(coder, value)));
  }

  private static <T> byte[] encode(Coder<T> coder, T value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    coder.encode(value, out);
    return out.toByteArray();
  }

  @Test
  void extremesAndNullsComeBack() throws IOException {
    RecordCoder<Everything> coder = RecordCoder.of(Everything.class);
    Everything full =
        new Everything(
            "naïve \uD83D\uDE00 \0",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            -0.0,
            Double.NaN,
            true,
            false,
            Intent.PRICE,
            EnumSet.allOf(Intent.class),
            List.of("", "a"),
            List.of(new Inner(null, null), new Inner("b", -1L)),
            new Inner("", 0L));
    assertEquals(full, roundTrip(coder, full));
    Everything empty =
        new Everything(
            null, 0, null, 0, null, 0, null, false, null, null, Set.of(), null, null, null);
    assertEquals(empty, roundTrip(coder, empty));
    Everything lists =
        new Everything(
            "",
            -1,
            0L,
            -1,
            0,
            Double.MIN_VALUE,
            0.0,
            false,
            true,
            Intent.COMPLIMENT,
            Set.of(),
            List.of(),
            List.of(),
            null);
    assertEquals(lists, roundTrip(coder, lists));
  }

  @Test
  void nothingIsReadBeyondTheRecord() throws IOException {
    RecordCoder<Inner> coder = RecordCoder.of(Inner.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    coder.encode(new Inner("first", 1L), out);
    coder.encode(new Inner("second", null), out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertEquals(new Inner("first", 1L), coder.decode(in));
    assertEquals(new Inner("second", null), coder.decode(in));
    assertEquals(0, in.available());
  }

  @Test
  void bytesComeBack() throws IOException {
    byte[] bytes = {0, -1, 127, -128};
    assertArrayEquals(bytes, roundTrip(RecordCoder.of(Blob.class), new Blob(bytes)).bytes());
  }

  @Test
  void aCutRecordIsAnErrorRatherThanAnotherRecord() throws IOException {
    RecordCoder<Inner> coder = RecordCoder.of(Inner.class);
    byte[] whole = encode(coder, new Inner("name", 300L));
    for (int length = 0; length < whole.length; length++) {
      ByteArrayInputStream cut = new ByteArrayInputStream(whole, 0, length);
      assertThrows(EOFException.class, () -> coder.decode(cut), "after " + length + " bytes");
    }
  }

  @Test
  void theCoderTravelsWithTheJob() throws Exception {
    RecordCoder<Inner> coder = RecordCoder.of(Inner.class);
    Coder<Inner> arrived = SerializableUtils.clone(coder);
    assertEquals(coder, arrived);
    assertEquals(new Inner("a", 2L), roundTrip(arrived, new Inner("a", 2L)));
    coder.verifyDeterministic();
  }

  @Test
  void aTypeWithoutCodecIsRefusedWhenTheGraphIsBuilt() {
    assertThrows(IllegalArgumentException.class, () -> RecordCoder.of(Unsupported.class));
  }
}
