package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.fields.RecordField.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of Parquet files as the text of a cell: plain digits, never an exponent. */
final class ParquetNumbers {
  /** Whole numbers up to here are exact in the 32 bits of a FLOAT. */
  private static final double LARGEST_EXACT_FLOAT = 1L << 24;

  /** Whole numbers up to here are exact in the 16 bits of a FLOAT16. */
  private static final double LARGEST_EXACT_FLOAT16 = 1L << 11;

  private static final int FLOAT16_FRACTION_BITS = 10;
  private static final int FLOAT16_EXPONENT_BIAS = 15;
  private static final int FLOAT16_SPECIAL_EXPONENT = 31;

  private ParquetNumbers() {}

  /** A number with a fixed point; it is exact, so that a fraction of zeroes says nothing. */
  static ParquetCell decimal(BigInteger unscaled, int scale, Kind kind) {
    return ParquetCell.of(text(new BigDecimal(unscaled, scale), kind));
  }

  static @Nullable ParquetCell ofFloat(float value, Kind kind) {
    return floating(value, Float.toString(value), LARGEST_EXACT_FLOAT, kind);
  }

  /** Of ids in a DOUBLE the reader of cells knows how large they may be. */
  static @Nullable ParquetCell ofDouble(double value, Kind kind) {
    return floating(value, Double.toString(value), Double.MAX_VALUE, kind);
  }

  /** IEEE 754 half precision, the lower byte first. */
  static @Nullable ParquetCell ofFloat16(byte[] bytes, Kind kind) {
    if (bytes.length != Short.BYTES) {
      return ParquetBytes.refused(bytes, RejectionReason.INVALID_FIELD);
    }
    int bits = (bytes[0] & 0xff) | (bytes[1] & 0xff) << 8;
    int exponent = bits >>> FLOAT16_FRACTION_BITS & FLOAT16_SPECIAL_EXPONENT;
    int fraction = bits & ((1 << FLOAT16_FRACTION_BITS) - 1);
    float size;
    if (exponent == FLOAT16_SPECIAL_EXPONENT) {
      size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      size = Math.scalb((float) fraction, 1 - FLOAT16_EXPONENT_BIAS - FLOAT16_FRACTION_BITS);
    } else {
      int significand = fraction | 1 << FLOAT16_FRACTION_BITS;
      size =
          Math.scalb((float) significand, exponent - FLOAT16_EXPONENT_BIAS - FLOAT16_FRACTION_BITS);
    }
    float value = (bits & 0x8000) == 0 ? size : -size;
    return floating(value, Float.toString(value), LARGEST_EXACT_FLOAT16, kind);
  }

  /**
   * A floating-point number. NaN is how data frames write that there is no value. An id or a moment
   * that is larger than what the type holds exactly has been rounded.
   */
  private static @Nullable ParquetCell floating(
      double value, String shortest, double largestExact, Kind kind) {
    if (Double.isNaN(value)) {
      return null;
    }
    if (Double.isInfinite(value)) {
      return new ParquetCell(shortest, RejectionReason.INVALID_FIELD);
    }
    BigDecimal number = new BigDecimal(shortest);
    boolean isRounded = Math.abs(value) > largestExact;
    if (kind == Kind.ID) {
      return isRounded
          ? new ParquetCell(shortest, RejectionReason.RUINED_ID)
          : ParquetCell.of(number.setScale(Math.max(1, number.scale())).toPlainString());
    }
    return isRounded && kind == Kind.TIMESTAMP
        ? new ParquetCell(shortest, RejectionReason.INVALID_TIMESTAMP)
        : ParquetCell.of(text(number, kind));
  }

  /** A whole number without its fraction of zeroes, but in a text, which is left as written. */
  private static String text(BigDecimal number, Kind kind) {
    boolean isWhole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    return isWhole && kind != Kind.TEXT ? number.toBigInteger().toString() : number.toPlainString();
  }
}
