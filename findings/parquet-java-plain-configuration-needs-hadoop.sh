#!/usr/bin/env bash
# parquet-java 1.15.2 has PlainParquetConfiguration, for programs without Hadoop, and read options
# that take it; but making these options loads ParquetInputFormat, whose supertype is Hadoop's
# FileInputFormat. So a reader that names no class of Hadoop fails before it opens a file.
#
# Seen: java.lang.NoClassDefFoundError: org/apache/hadoop/mapreduce/lib/input/FileInputFormat from
# ParquetReadOptions.builder(new PlainParquetConfiguration()). With the two jars hadoop-common and
# hadoop-mapreduce-client-core 3.4.2, and nothing that these need themselves, it works.
#
# For users: Earshot ships these two jars alone (6.5 MB) instead of Hadoop's client (50 MB), and
# codecs of its own, since the library's are made of Hadoop's classes as well.
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
  <artifactId>parquet</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.parquet</groupId>
      <artifactId>parquet-hadoop</artifactId>
      <version>1.15.2</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
for jar in hadoop-common hadoop-mapreduce-client-core; do
  mvn -q -B dependency:copy -Dartifact="org.apache.hadoop:$jar:3.4.2" -DoutputDirectory=hadoop
done

cat >Finding.java <<'JAVA'
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;

class Finding {
  public static void main(String[] arguments) {
    try {
      ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
      System.out.println("options made");
    } catch (NoClassDefFoundError e) {
      System.out.println("missing " + e.getMessage());
    }
  }
}
JAVA
javac -cp 'lib/*:hadoop/*' Finding.java 2>/dev/null
java -cp '.:lib/*' Finding 2>/dev/null | tee without
java -cp '.:lib/*:hadoop/*' Finding 2>/dev/null | tee with
grep -qx 'missing org/apache/hadoop/mapreduce/lib/input/FileInputFormat' without
grep -qx 'options made' with
