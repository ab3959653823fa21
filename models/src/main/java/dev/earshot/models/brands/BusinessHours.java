package dev.earshot.models.brands;

import dev.earshot.models.domain.Brand.OpeningHours;
import dev.earshot.models.yaml.YamlProblems;
import dev.earshot.models.yaml.YamlReader;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code business_hours}: {@code mon: "09:00-17:30"} or {@code mon-fri: "09:00-17:30"}. */
final class BusinessHours {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final int HOURS_LENGTH = "09:00-17:30".length();

  private final YamlReader reader;
  private final YamlProblems problems;

  BusinessHours(YamlReader reader, YamlProblems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  Map<DayOfWeek, OpeningHours> read(Node node, String path) {
    Map<DayOfWeek, OpeningHours> hours = new EnumMap<>(DayOfWeek.class);
    Map<String, Node> entries = reader.entries(node, path);
    entries.forEach((key, value) -> readEntry(key, value, YamlReader.child(path, key), hours));
    return hours;
  }

  private void readEntry(String key, Node value, String path, Map<DayOfWeek, OpeningHours> hours) {
    int dash = key.indexOf('-');
    int first = DAYS.indexOf(dash < 0 ? key : key.substring(0, dash));
    int last = dash < 0 ? first : DAYS.indexOf(key.substring(dash + 1));
    if (first < 0 || last < first) {
      problems.add(
          value,
          path,
          YamlProblems.quote(key)
              + " is not a day or a range of days; expected mon, tue, wed, thu, fri, sat, sun or a"
              + " range such as mon-fri"
              + (dash < 0 ? problems.didYouMean(key, DAYS) : ""));
      return;
    }
    String text = reader.text(value, path);
    if (text == null) {
      return;
    }
    OpeningHours opening = parse(text.strip());
    if (opening == null) {
      problems.add(
          value,
          path,
          YamlProblems.quote(text)
              + " are not opening hours; expected HH:MM-HH:MM with the opening before the closing,"
              + " such as 09:00-17:30");
      return;
    }
    for (int day = first; day <= last; day++) {
      if (hours.putIfAbsent(DayOfWeek.of(day + 1), opening) != null) {
        problems.add(value, path, "the hours of " + DAYS.get(day) + " are given twice");
      }
    }
  }

  private static @Nullable OpeningHours parse(String text) {
    if (text.length() != HOURS_LENGTH || text.charAt(5) != '-') {
      return null;
    }
    LocalTime from = time(text.substring(0, 5));
    LocalTime to = text.endsWith("24:00") ? LocalTime.MAX : time(text.substring(6));
    return from == null || to == null || !from.isBefore(to) ? null : new OpeningHours(from, to);
  }

  private static @Nullable LocalTime time(String text) {
    int hour = number(text, 0);
    int minute = number(text, 3);
    return text.charAt(2) != ':' || hour < 0 || hour > 23 || minute < 0 || minute > 59
        ? null
        : LocalTime.of(hour, minute);
  }

  private static int number(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return tens < '0' || tens > '9' || ones < '0' || ones > '9'
        ? -1
        : 10 * (tens - '0') + ones - '0';
  }
}
