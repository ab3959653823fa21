#!/usr/bin/env bash
# parquet-java 1.15.2 opens no file in which any column has a logical type that it does not know,
# whichever columns are asked for. DuckDB 1.5.6 writes one from a plain COPY of a VARIANT column.
#
# Seen: java.lang.NullPointerException in the conversion of the footer, before any column is chosen;
# DuckDB itself reads the other columns of the same file. The format asks readers to take a type
# that they do not know for its physical one. Upstream: apache/parquet-java issues 3633 and 3671.
#
# For users: exports from DuckDB, Spark 4 or Iceberg tables may hold such a column beside all others.
# Earshot gives the footer to the library without types that it does not know, so that the other
# columns can be read.
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
      <groupId>org.duckdb</groupId>
      <artifactId>duckdb_jdbc</artifactId>
      <version>1.5.6.0</version>
    </dependency>
    <dependency>
      <groupId>org.apache.parquet</groupId>
      <artifactId>parquet-hadoop</artifactId>
      <version>1.15.2</version>
    </dependency>
    <dependency>
      <groupId>org.apache.hadoop</groupId>
      <artifactId>hadoop-client-api</artifactId>
      <version>3.4.1</version>
    </dependency>
    <dependency>
      <groupId>org.apache.hadoop</groupId>
      <artifactId>hadoop-client-runtime</artifactId>
      <version>3.4.1</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib

cat >Finding.java <<'JAVA'
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

class Finding {
  public static void main(String[] arguments) throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckdb.createStatement()) {
      sql.execute("COPY (SELECT 7 AS id, 1::VARIANT AS other) TO 'variant.parquet'");
      ResultSet row = sql.executeQuery("SELECT id FROM 'variant.parquet'");
      row.next();
      System.out.println("DuckDB reads " + row.getInt(1));
    }
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(new LocalInputFile(Path.of("variant.parquet")), options)) {
      System.out.println("parquet-java opens " + reader.getFileMetaData().getSchema());
    } catch (RuntimeException e) {
      System.out.println("parquet-java raises " + e.getClass().getName());
    }
  }
}
JAVA
java -cp 'lib/*' Finding.java 2>/dev/null | tee seen
grep -qx 'DuckDB reads 7' seen
grep -qx 'parquet-java raises java.lang.NullPointerException' seen
