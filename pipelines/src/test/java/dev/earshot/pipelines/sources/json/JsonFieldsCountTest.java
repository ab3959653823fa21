package dev.earshot.pipelines.sources.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsCountTest {
  /** A platform's count in two parts, such as reposts and quotes. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, 3",
    "1, -2, 1",
    "999999999999, 1, 1000000000000",
    "1000000000000, 1, OUT_OF_RANGE",
    "1, 9223372036854775807, OUT_OF_RANGE",
    "9223372036854775807, 1, OUT_OF_RANGE",
    "99999999999999999999, 1, OUT_OF_RANGE",
    "-1, 1, INVALID_FIELD"
  })
  void partsOfACount(BigInteger first, BigInteger second, String expected) {
    RecordDraft draft = new RecordDraft(PostField.ALL);
    JsonNodeFactory json = JsonNodeFactory.instance;
    JsonFields.setSum(
        draft, PostField.SHARE_COUNT, json.numberNode(first), json.numberNode(second));
    assertEquals(
        expected,
        draft.isFaulty(PostField.SHARE_COUNT)
            ? draft.fault(PostField.SHARE_COUNT).name()
            : draft.number(PostField.SHARE_COUNT).toString());
  }
}
