package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Where and how a run logs. Log4j reads its configuration with the first logger of the process, so
 * that this comes before anything that has one.
 */
final class LogSettings {
  private static final String CONFIGURATION = "log4j2.configurationFile";
  private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC} %-5p %c{1}: %m%n%ex";
  private static final String SHORT_TEXT = "%d{HH:mm:ss} %-5p %c{1}: %m%n";
  private static final String JSON =
      "{\"time\":\"%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC}\",\"level\":\"%p{lowerCase=true}\","
          + "\"logger\":\"%c\",\"message\":\"%enc{%m}{JSON}\",\"exception\":\"%enc{%ex}{JSON}\"}%n";

  private LogSettings() {}

  /**
   * Sets them.
   *
   * @throws UserException where the file cannot be written
   */
  static void apply(OperationOptions options) {
    Console.speakJson(options.isLogJson);
    Path file = options.logFile;
    if (file == null) {
      return;
    }
    try {
      // Log4j would say that with a stack trace, and go on.
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, "--log-file " + Messages.of(e));
    }
    System.setProperty("earshot.log.file", file.toString());
    System.setProperty("earshot.log.pattern", options.isLogJson ? JSON : TEXT);
    System.setProperty("earshot.log.console", options.isLogJson ? JSON : SHORT_TEXT);
    System.setProperty("earshot.log.level", options.logLevel.name().toUpperCase(Locale.ROOT));
    System.setProperty(CONFIGURATION, "earshot-log4j2-file.xml");
    Console.log();
  }
}
