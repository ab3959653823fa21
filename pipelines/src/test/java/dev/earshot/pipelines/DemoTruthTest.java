package dev.earshot.pipelines;

import java.nio.file.Path;

/** The demo set of the repository. */
class DemoTruthTest extends TruthContract {
  @Override
  Path set() {
    return DemoRuns.DEMO;
  }

  @Override
  Path output() {
    return DemoRuns.output();
  }
}
