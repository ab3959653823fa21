package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples for schedulers, parsed by their rules and executed as far as a machine can. */
class ScheduleExamplesTest {
  private static final Path EXAMPLES = Path.of("docs/schedule");
  private static final String PROGRAM = "/opt/earshot/bin/earshot";

  /** What it says and ends with. */
  private record Ended(int code, String output) {}

  @TempDir Path folder;

  private static void needs(String program) {
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
        program + " is not installed");
  }

  private static Ended run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /** A program in Earshot's place that notes its arguments and ends with a code. */
  private String standIn(int code) throws IOException {
    Path script = folder.resolve("earshot-" + code);
    Files.writeString(
        script,
        "#!/bin/sh\necho \"$@\" >>" + folder.resolve("arguments") + "\nexit " + code + "\n");
    assertTrue(script.toFile().setExecutable(true));
    return script.toString();
  }

  private String arguments() throws IOException {
    return Files.readString(folder.resolve("arguments")).strip();
  }

  /** Yesterday, as the machine's own date has it. */
  private static String yesterday(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("date"));
    command.addAll(List.of(options));
    command.addAll(List.of("-d", "yesterday", "+%F"));
    return run(command.toArray(String[]::new)).output().strip();
  }

  private static Object yaml(String file) throws IOException {
    return new Load(LoadSettings.builder().build())
        .loadFromString(Files.readString(EXAMPLES.resolve(file)));
  }

  private static JsonNode tree(String file) throws IOException {
    return new ObjectMapper().valueToTree(yaml(file));
  }

  private static String value(String unit, String key) {
    Matcher line = Pattern.compile("(?m)^" + key + "=(.*)$").matcher(unit);
    assertTrue(line.find(), key);
    return line.group(1);
  }

  @Test
  void systemdAcceptsItsUnits() throws IOException, InterruptedException {
    needs("systemd-analyze");
    for (String unit : List.of("earshot.service", "earshot.timer")) {
      Files.copy(EXAMPLES.resolve(unit), folder.resolve(unit));
    }
    Ended verified =
        run(
            "systemd-analyze",
            "verify",
            folder.resolve("earshot.timer").toString(),
            folder.resolve("earshot.service").toString());
    assertEquals(new Ended(0, ""), verified);
    String timer = Files.readString(EXAMPLES.resolve("earshot.timer"));
    Ended calendar = run("systemd-analyze", "calendar", value(timer, "OnCalendar"));
    assertEquals(0, calendar.code(), calendar.output());
  }

  /** Only what may succeed as it is begins again; what a signal ended is not for exit codes. */
  @Test
  void systemdStartsAgainWhatMaySucceed() throws IOException, InterruptedException {
    String unit = Files.readString(EXAMPLES.resolve("earshot.service"));
    assertEquals("99", value(unit, "SuccessExitStatus"));
    List<String> ends = List.of(value(unit, "RestartPreventExitStatus").split(" ", -1));
    for (String code : codes()) {
      boolean isRestarted = code.equals("75") || Integer.parseInt(code) > 127;
      boolean isSuccess = code.equals("0") || code.equals("99");
      assertEquals(!isRestarted && !isSuccess, ends.contains(code), code);
    }
    needs("date");
    String command = value(unit, "ExecStart");
    String shell = command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\''));
    String script = shell.replace("%%", "%").replace(PROGRAM, standIn(99));
    assertEquals(99, run("/bin/sh", "-c", script).code());
    assertEquals(runOf(yesterday()), arguments());
  }

  private static String runOf(String day) {
    return "run --config /etc/earshot/earshot.yaml --from " + day + " --to " + day;
  }

  /** The codes of the page. */
  private static List<String> codes() throws IOException {
    List<String> codes = new ArrayList<>();
    Matcher rows =
        Pattern.compile("(?m)^\\| ([0-9]+) \\|")
            .matcher(Files.readString(Path.of("docs/scheduling.md")));
    while (rows.find()) {
      codes.add(rows.group(1));
    }
    return codes;
  }

  @Test
  void cronMailsWhatFails() throws IOException, InterruptedException {
    needs("flock");
    List<String> lines =
        Files.readAllLines(EXAMPLES.resolve("earshot.cron")).stream()
            .filter(line -> !line.startsWith("#") && !line.matches("[A-Z_]+=.*"))
            .toList();
    assertEquals(1, lines.size(), "one entry, on one line");
    Matcher entry =
        Pattern.compile(
                "([0-9*,/-]+) ([0-9*,/-]+) ([0-9*,/-]+) ([0-9*,/-]+) ([0-9*,/-]+) earshot (.*)")
            .matcher(lines.get(0));
    assertTrue(entry.matches(), lines.get(0));
    String command = entry.group(6);
    assertEquals(-1, command.replace("\\%", "").indexOf('%'), "cron ends a line at a percent sign");
    for (int code : new int[] {0, 3, 65, 99}) {
      String script =
          command
              .replace("\\%", "%")
              .replace("/run/lock/", folder + "/")
              .replace("/var/log/", folder + "/")
              .replace(PROGRAM, standIn(code));
      Ended ended = run("/bin/sh", "-c", script);
      boolean isMailed = code == 3 || code == 65;
      assertEquals(isMailed, ended.output().startsWith("earshot ended with " + code), "" + code);
      assertEquals(isMailed, !ended.output().isEmpty(), ended.output());
    }
    assertEquals(runOf(yesterday()), arguments().lines().findFirst().orElse(""));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void airflowComputesTheLastWholeDay(int version) throws IOException, InterruptedException {
    needs("python3");
    Ended made =
        run(
            "python3",
            "-B",
            "src/test/resources/schedule/dag_days.py",
            EXAMPLES.resolve("earshot_dag.py").toString(),
            String.valueOf(version));
    assertEquals(0, made.code(), made.output());
    JsonNode dag = new ObjectMapper().readTree(made.output());
    Map<String, String> days = new TreeMap<>();
    Map<String, String> logical = new TreeMap<>();
    dag.path("days")
        .properties()
        .forEach(
            due -> {
              days.put(due.getKey(), due.getValue().path("day").asText());
              logical.put(due.getKey(), due.getValue().path("ds").asText());
            });
    assertEquals(
        Map.of(
            "2026-03-10T03:17:00+00:00", "2026-03-09", "2026-06-30T02:17:00+00:00", "2026-06-29"),
        days);
    // What a template with ds would have had: another day in each version.
    String ds = version == 2 ? "2026-03-09" : "2026-03-10";
    assertEquals(ds, logical.get("2026-03-10T03:17:00+00:00"));
    assertEquals(99, dag.path("skip_on_exit_code").asInt());
    assertEquals(1, dag.path("max_active_runs").asInt());
    String template = dag.path("bash_command").asText();
    assertTrue(
        template.startsWith("day={{ params.day or day_to_compute(data_interval_end) }}; "),
        template);
    for (int code : new int[] {0, 3, 65, 75, 99}) {
      String script =
          template.replaceFirst("\\{\\{.*}}", "2026-03-09").replace(PROGRAM, standIn(code));
      assertEquals(code == 3 ? 0 : code, run("bash", "-c", script).code());
    }
    assertEquals(runOf("2026-03-09"), arguments().lines().findFirst().orElse(""));
  }

  /** Rules of the batch/v1 API; the pod's by its schema. */
  @Test
  void kubernetesAcceptsTheCronJob() throws IOException {
    JsonNode cron = tree("earshot-cronjob.yaml");
    assertEquals("batch/v1 CronJob", kind(cron));
    JsonNode spec = cron.path("spec");
    assertEquals(5, spec.path("schedule").asText().split(" ", -1).length);
    assertEquals("Forbid", spec.path("concurrencyPolicy").asText());
    JsonNode job = spec.at("/jobTemplate/spec");
    JsonNode pod = job.at("/template/spec");
    assertEquals("Never", pod.path("restartPolicy").asText(), "podFailurePolicy requires it");
    JsonNode container = pod.at("/containers/0");
    List<Integer> fails = new ArrayList<>();
    for (JsonNode rule : job.at("/podFailurePolicy/rules")) {
      assertTrue(
          List.of("FailJob", "Ignore", "Count", "FailIndex")
              .contains(rule.path("action").asText()));
      assertTrue(rule.has("onExitCodes") != rule.has("onPodConditions"), "exactly one of them");
      JsonNode codes = rule.path("onExitCodes");
      codes.path("values").forEach(code -> fails.add(code.asInt()));
      if (!codes.isMissingNode()) {
        assertEquals(container.path("name").asText(), codes.path("containerName").asText());
        assertEquals("In", codes.path("operator").asText());
      }
    }
    assertEquals(fails.stream().sorted().distinct().toList(), fails, "ordered, none twice, no 0");
    assertTrue(fails.stream().allMatch(code -> code > 0 && code < 256));
    List<Integer> expected =
        codes().stream()
            .map(Integer::valueOf)
            .filter(code -> code > 0 && code < 128 && !List.of(74, 75, 99).contains(code))
            .toList();
    assertEquals(expected, fails, "all codes of the page but those that may succeed again");
    assertEquals(List.of(), KubernetesSchemas.ofPodTemplates(job.path("template")));
    List<String> volumes = new ArrayList<>();
    pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
    container
        .path("volumeMounts")
        .forEach(mount -> assertTrue(volumes.contains(mount.path("name").asText())));
  }

  @Test
  void thePodEndsWellWhereThereIsNothingToDo() throws IOException, InterruptedException {
    needs("date");
    JsonNode command =
        tree("earshot-cronjob.yaml")
            .at("/spec/jobTemplate/spec/template/spec/containers/0/command");
    for (int code : new int[] {0, 3, 65, 75, 99}) {
      String script = command.get(2).asText().replace(PROGRAM, standIn(code));
      Ended ended = run(command.get(0).asText(), command.get(1).asText(), script);
      assertEquals(code == 99 ? 0 : code, ended.code(), ended.output());
    }
    assertEquals(runOf(yesterday("-u")), arguments().lines().findFirst().orElse(""));
  }

  /** By the operator's own schema; no job: the launcher sends it, and publishes. */
  @Test
  void theOperatorMakesASession() throws IOException {
    JsonNode deployment = tree("earshot-flinkdeployment.yaml");
    assertEquals("flink.apache.org/v1beta1 FlinkDeployment", kind(deployment));
    JsonNode spec = deployment.path("spec");
    assertEquals(List.of(), KubernetesSchemas.ofFlinkDeployments(spec));
    List<String> fields = new ArrayList<>();
    spec.fieldNames().forEachRemaining(fields::add);
    assertEquals(
        List.of(
            "image",
            "flinkVersion",
            "serviceAccount",
            "flinkConfiguration",
            "jobManager",
            "taskManager",
            "podTemplate"),
        fields);
    String version = spec.path("flinkVersion").asText().substring(1).replace('_', '.');
    assertTrue(spec.path("image").asText().startsWith("flink:" + version + "."));
    spec.path("flinkConfiguration").forEach(value -> assertTrue(value.isTextual(), "texts alone"));
    assertEquals("flink-main-container", spec.at("/podTemplate/spec/containers/0/name").asText());
    String pages = Files.readString(Path.of("docs/cluster.md"));
    spec.path("flinkConfiguration")
        .properties()
        .forEach(
            option ->
                assertTrue(
                    pages.contains("-D" + option.getKey() + "=" + option.getValue().asText()),
                    option.getKey() + " as in cluster.md"));
  }

  @Test
  void theSchemasTellWhatIsWrong() throws IOException {
    ObjectNode pod =
        (ObjectNode) tree("earshot-cronjob.yaml").at("/spec/jobTemplate/spec/template");
    ObjectNode container = (ObjectNode) pod.at("/spec/containers/0");
    container.put("volumeMount", "a slip").put("image", 1);
    assertEquals(2, KubernetesSchemas.ofPodTemplates(pod).size());
    ObjectNode spec = (ObjectNode) tree("earshot-flinkdeployment.yaml").path("spec");
    spec.put("flinkVersion", "v1_99").putObject("taskManagers");
    assertEquals(2, KubernetesSchemas.ofFlinkDeployments(spec).size());
  }

  private static String kind(JsonNode object) {
    assertTrue(object.at("/metadata/name").asText().matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?"));
    return object.path("apiVersion").asText() + " " + object.path("kind").asText();
  }

  /** Every file of the folder is spoken of on the page. */
  @Test
  void thePageNamesThemAll() throws IOException {
    String page = Files.readString(Path.of("docs/scheduling.md"));
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file ->
                  assertTrue(
                      page.contains("(schedule/" + file.getFileName() + ")"), file.toString()));
    }
  }
}
