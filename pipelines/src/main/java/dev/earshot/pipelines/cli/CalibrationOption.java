package dev.earshot.pipelines.cli;

import dev.earshot.models.quantification.Calibration;
import dev.earshot.models.quantification.CalibrationFile;
import dev.earshot.models.quantification.NetAdjustments;
import dev.earshot.models.sentiment.SentimentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of labelled counts, as {@code evaluate --calibrate} stores it.
 *
 * @param text as it stands
 * @param content what it says
 */
record CalibrationOption(String text, CalibrationFile content) {

  /** A calibration of the models that are shipped; one of others is refused. */
  static CalibrationOption read(Path file) {
    CalibrationOption option = readAny(file);
    option
        .content
        .models()
        .forEach(
            (language, model) -> {
              String shipped = SentimentModel.fingerprint(language);
              if (!model.equals(shipped)) {
                throw new UserException(
                    ExitCode.CONFIGURATION,
                    String.format(
                        Locale.ROOT,
                        "%s: the counts of %s were made with the sentiment model %s, but here is %s;"
                            + " make them again with evaluate --calibrate",
                        file,
                        language,
                        model.isEmpty() ? "without a name" : model,
                        shipped == null ? "none for it" : shipped));
              }
            });
    return option;
  }

  /** A calibration of any models. */
  static CalibrationOption readAny(Path file) {
    try {
      String text = Files.readString(file);
      return new CalibrationOption(text, CalibrationFile.parse(file.toString(), text));
    } catch (IOException e) {
      throw new UserException(ExitCode.CONFIGURATION, Messages.of(e));
    } catch (IllegalArgumentException e) {
      throw new UserException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    }
  }

  /** Whether a run has any use of it; languages with too few labels are told to the user. */
  boolean isOfUse() {
    boolean isOfUse = false;
    for (Map.Entry<String, long[]> language : content.counts().entrySet()) {
      if (NetAdjustments.isEnough(language.getValue())) {
        isOfUse = true;
      } else {
        Console.say(
            "calibration of "
                + language.getKey()
                + " is not used: it needs "
                + NetAdjustments.MINIMUM_LABELS
                + " labelled texts");
      }
    }
    return isOfUse;
  }

  /**
   * For the shares of classes of an evaluation: those of the languages with labels enough; the
   * others are told to the user.
   */
  Map<String, Calibration> calibrations() {
    Map<String, Calibration> usable = new TreeMap<>();
    content
        .counts()
        .forEach(
            (language, cells) -> {
              Calibration calibration = Calibration.of(cells, CalibrationFile.CLASSES.size());
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
