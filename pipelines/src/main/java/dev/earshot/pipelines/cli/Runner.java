package dev.earshot.pipelines.cli;

/** The engines that a run can use. */
enum Runner {
  direct,
  flink
}
