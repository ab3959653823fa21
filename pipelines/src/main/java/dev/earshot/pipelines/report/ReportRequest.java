package dev.earshot.pipelines.report;

import java.util.List;

/**
 * What a page is about.
 *
 * @param brand as tables name it
 * @param competitors the brands that it is compared with
 * @param period the days
 * @param theme name, logo and colours
 */
record ReportRequest(String brand, List<String> competitors, ReportPeriod period, Theme theme) {
  String name() {
    return theme.name().isEmpty() ? brand : theme.name();
  }
}
