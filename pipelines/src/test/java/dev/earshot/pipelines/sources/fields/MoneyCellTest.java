package dev.earshot.pipelines.sources.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as spreadsheets show them. */
class MoneyCellTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.50|12.50",
        "-1.5|-1.5",
        "$12.50|12.50",
        "'$1,200.00'|1200.00",
        "'1,234,567.89'|1234567.89",
        "($12.50)|-12.50",
        "-$12.50|-12.50",
        "$-12.50|-12.50",
        "12.50 €|12.50",
        "¥5000|5000"
      })
  void theNumberAlone(String cell, String expected) {
    assertEquals(expected, MoneyCell.number(cell, false));
  }

  /** Each of these has two readings, or none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,200",
        "12,90",
        "'1.234,50'",
        "'12,34.50'",
        "(-12.50)",
        "$",
        "1,200.",
        "1.200,000",
        "--1",
        "one"
      })
  void whatIsNoSuchNumberStaysAsItIs(String cell) {
    assertEquals(cell, MoneyCell.number(cell, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234,50|1234.50",
        "12,90|12.90",
        "1 234,50|1234.50",
        "1.234|1234.0",
        "1.234.567|1234567.0",
        "7|7.0",
        "-12,90 €|-12.90",
        "()|()",
        "''|''"
      })
  void aKnownDecimalComma(String cell, String expected) {
    assertEquals(expected, MoneyCell.number(cell, true));
  }

  /** A point before two digits stands between no thousands. */
  @Test
  void aPointIsNoDecimalCommaThen() {
    assertEquals("12,50.0", MoneyCell.number("12.50", true));
  }
}
