#!/usr/bin/env bash
# Flink 1.19.3, batch (DataSet): the managed memory of a slot is divided by all sorts of the plan,
# also where they run one after the other and never two at a time. So a job that works fails when
# steps are added behind it, whatever its data: each sort needs at least 12 pages of 32 KiB.
#
# Seen: in a local environment with four slots and the 128 MiB that it has by itself, a chain of 40
# groupings of one record, every exchange blocking, ends well; the same chain of 120 fails with
# "Too little memory provided to sorter to perform task. Required are at least 12 pages." With 512
# MiB of managed memory it ends well, too.
#
# For users: Earshot's graph has some seventy sorts. A run in one process gives 64 MiB to each
# thread to sort in (FlinkConfiguration), and RunnerParityTest runs with five.
#
# Needs a JDK of 17 or newer, Maven and the network. Exits with 0 while this is so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>flink</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.flink</groupId>
      <artifactId>flink-java</artifactId>
      <version>1.19.3</version>
    </dependency>
    <dependency>
      <groupId>org.apache.flink</groupId>
      <artifactId>flink-clients</artifactId>
      <version>1.19.3</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib

cat >Finding.java <<'JAVA'
import org.apache.flink.api.common.ExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.DataSet;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.api.java.io.DiscardingOutputFormat;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;

class Finding {
  public static void main(String[] arguments) {
    int groupings = Integer.parseInt(arguments[0]);
    Configuration configuration = new Configuration();
    if (arguments.length > 1) {
      configuration.setString("taskmanager.memory.managed.size", arguments[1]);
    }
    ExecutionEnvironment environment = ExecutionEnvironment.createLocalEnvironment(configuration);
    environment.setParallelism(4);
    environment.getConfig().setExecutionMode(ExecutionMode.BATCH_FORCED);
    DataSet<Tuple2<Integer, Integer>> records = environment.fromElements(Tuple2.of(1, 1));
    for (int i = 0; i < groupings; i++) {
      // Another key each time, or Flink would not sort again.
      records =
          records
              .groupBy(i % 2)
              .<Tuple2<Integer, Integer>>reduceGroup((group, out) -> group.forEach(out::collect))
              .returns(Types.TUPLE(Types.INT, Types.INT));
    }
    records.output(new DiscardingOutputFormat<>());
    String answer = "ended well";
    try {
      environment.execute();
    } catch (Exception failed) {
      Throwable cause = failed;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      answer = cause.getMessage();
    }
    System.out.println(answer);
    System.exit(0);
  }
}
JAVA
javac -nowarn -cp 'lib/*' Finding.java 2>/dev/null
opened=(--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED)
few=$(java "${opened[@]}" -cp '.:lib/*' Finding 40 2>/dev/null)
many=$(java "${opened[@]}" -cp '.:lib/*' Finding 120 2>/dev/null)
more=$(java "${opened[@]}" -cp '.:lib/*' Finding 120 512m 2>/dev/null)
printf '40 groupings: %s\n120 groupings: %s\n120 groupings, 512 MiB: %s\n' "$few" "$many" "$more"
[[ $few == 'ended well' && $more == 'ended well' ]]
[[ $many == *'Too little memory provided to sorter to perform task. Required are at least 12 pages.'* ]]
