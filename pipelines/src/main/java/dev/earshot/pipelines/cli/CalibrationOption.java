package dev.earshot.pipelines.cli;

import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.quantification.Calibration;
import dev.earshot.models.quantification.CalibrationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of labelled counts, as {@code evaluate --calibrate} stores it.
 *
 * @param text as it stands
 * @param counts by language; see {@link CalibrationFile}
 */
record CalibrationOption(String text, Map<String, long[]> counts) {

  static CalibrationOption read(Path file) {
    try {
      String text = Files.readString(file);
      return new CalibrationOption(text, CalibrationFile.parse(file.toString(), text));
    } catch (IOException e) {
      throw new UserException(ExitCode.CONFIGURATION, Messages.of(e));
    } catch (IllegalArgumentException e) {
      throw new UserException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    }
  }

  /** Those of the languages with labels enough; the others are told to the user. */
  Map<String, Calibration> calibrations() {
    Map<String, Calibration> usable = new TreeMap<>();
    counts.forEach(
        (language, cells) -> {
          Calibration calibration = Calibration.of(cells, AdjustedNet.CLASSES);
          if (calibration == null) {
            Console.say(
                "calibration of "
                    + language
                    + " is not used: it needs "
                    + Calibration.MINIMUM_PER_CLASS
                    + " labelled texts of each class that are told apart");
          } else {
            usable.put(language, calibration);
          }
        });
    return usable;
  }
}
