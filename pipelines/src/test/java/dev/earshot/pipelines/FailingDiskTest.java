package dev.earshot.pipelines;

/** Disks that fail under a run in this process. */
class FailingDiskTest extends FailingDiskContract {
  @Override
  String[] engine() {
    return new String[] {"--runner", "direct"};
  }
}
