package dev.earshot.pipelines.sources.platforms.whatsapp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates of the calendars that phones show: Gregorian, Buddhist (Thailand), Solar Hijri (Iran) and
 * Umm al-Qura (Saudi Arabia). WhatsApp began in 2009, so the year alone tells them apart: 2552 and
 * later is Buddhist, 1388 to 1428 Solar Hijri, 1430 and later Umm al-Qura.
 */
final class ChatCalendars {
  private static final int BUDDHIST_YEARS_AHEAD = 543;
  private static final int FIRST_YEAR = 2009;
  private static final int FIRST_YEAR_SOLAR = 1388;
  private static final int FIRST_YEAR_LUNAR = 1430;
  private static final int LAST_YEAR_LUNAR = 1499;
  private static final int FIRST_YEAR_BUDDHIST = 2400;

  /** 20 March 1600, the first day of the year 979, from which the arithmetic counts. */
  private static final LocalDate FIRST_DAY_OF_979 = LocalDate.of(1600, 3, 20);

  private ChatCalendars() {}

  /**
   * The day; null if there is no such day.
   *
   * @param year as written, with two digits or four
   * @param hasTwoDigits whether it has two: of this century, of the Buddhist one from 52 to 85, and
   *     where it is the first number of a date and cannot be of WhatsApp's time, Solar Hijri
   */
  static @Nullable LocalDate day(
      int year, boolean hasTwoDigits, boolean isYearFirst, int month, int dayOfMonth) {
    int full = hasTwoDigits ? fullYear(year, isYearFirst) : year;
    try {
      if (full >= FIRST_YEAR_BUDDHIST) {
        return LocalDate.of(full - BUDDHIST_YEARS_AHEAD, month, dayOfMonth);
      }
      if (full >= FIRST_YEAR_LUNAR && full <= LAST_YEAR_LUNAR) {
        return LocalDate.from(HijrahDate.of(full, month, dayOfMonth));
      }
      if (full >= FIRST_YEAR_SOLAR && full < FIRST_YEAR_LUNAR) {
        return solar(full, month, dayOfMonth);
      }
      return LocalDate.of(full, month, dayOfMonth);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int fullYear(int year, boolean isYearFirst) {
    if (year >= 52 && year <= 85) {
      return 2500 + year;
    }
    if (isYearFirst && year >= FIRST_YEAR_SOLAR - 1300) {
      return 1300 + year;
    }
    return isYearFirst && 2000 + year < FIRST_YEAR ? 1400 + year : 2000 + year;
  }

  /** By the cycle of 33 years with eight leap years, which holds from 1799 to 2256. */
  private static @Nullable LocalDate solar(int year, int month, int dayOfMonth) {
    long first = daysBefore(year);
    int daysOfLast = (int) (daysBefore(year + 1) - first) - 336;
    int days = month <= 6 ? 31 : month <= 11 ? 30 : daysOfLast;
    if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > days) {
      return null;
    }
    int before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    return FIRST_DAY_OF_979.plusDays(first + before + dayOfMonth - 1);
  }

  private static long daysBefore(int year) {
    long since = year - 979L;
    return 365 * since + since / 33 * 8 + (since % 33 + 3) / 4;
  }
}
