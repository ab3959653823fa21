package dev.earshot.pipelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * S3Proxy in a process of its own: a server that speaks S3, over a folder, with signed requests.
 */
final class S3Server implements StoreServer {
  private static final String USER = "reader-and-writer";
  private static final String SECRET = "a secret of this test alone";
  private static final String REGION = "us-east-1";

  /** What a process must find in its environment to be let in. */
  static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", USER, "AWS_SECRET_ACCESS_KEY", SECRET, "AWS_REGION", REGION);

  private static final Path LIBRARY = Path.of("target/s3proxy");
  private static final long START_SECONDS = 60;

  private final Process process;
  private final S3Client client;
  private final int port;

  private S3Server(Process process, S3Client client, int port) {
    this.process = process;
    this.client = client;
    this.port = port;
  }

  /** Starts a server with an empty bucket; this process gets its credentials as properties. */
  static S3Server start(Path folder) throws IOException, InterruptedException {
    if (!Files.isDirectory(LIBRARY)) {
      int exitCode =
          new ProcessBuilder(
                  "mvn",
                  "-q",
                  "-B",
                  "-f",
                  "../scripts/s3proxy/pom.xml",
                  "dependency:copy-dependencies",
                  "-DincludeScope=runtime",
                  "-DoutputDirectory=" + LIBRARY.toAbsolutePath())
              .inheritIO()
              .start()
              .waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException("S3Proxy does not resolve");
      }
    }
    System.setProperty("aws.accessKeyId", USER);
    System.setProperty("aws.secretAccessKey", SECRET);
    System.setProperty("aws.region", REGION);
    int port = freePort();
    Path data = Files.createDirectories(folder.resolve("s3-data"));
    Path settings =
        Files.writeString(
            folder.resolve("s3proxy.conf"),
            """
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            s3proxy.ignore-unknown-headers=true
            s3proxy.endpoint=http://127.0.0.1:%d
            jclouds.provider=filesystem-nio2
            jclouds.identity=unused
            jclouds.credential=unused
            jclouds.filesystem.basedir=%s
            """
                .formatted(USER, SECRET, port, data));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-DLOG_LEVEL=warn",
                "-cp",
                LIBRARY + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    S3Client client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(SystemPropertyCredentialsProvider.create())
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .forcePathStyle(true)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .build();
    S3Server server = new S3Server(process, client, port);
    try {
      server.awaitStart();
      client.createBucket(bucket -> bucket.bucket(BUCKET));
      return server;
    } catch (SdkException e) {
      server.stop();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        client.listBuckets();
        return;
      } catch (SdkClientException e) {
        if (i == START_SECONDS || !process.isAlive()) {
          throw e;
        }
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  @Override
  public String scheme() {
    return "s3";
  }

  @Override
  public String absentVersion() {
    return "\"absent\"";
  }

  @Override
  public String[] options() {
    return new String[] {"--", "--endpoint=http://127.0.0.1:" + port};
  }

  @Override
  public void upload(Path folder, String prefix) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        client.putObject(put -> put.bucket(BUCKET).key(prefix + folder.relativize(file)), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void download(String prefix, Path folder) throws IOException {
    for (String key : keys(prefix)) {
      Path file = folder.resolve(key.substring(prefix.length()));
      Files.createDirectories(file.getParent());
      client.getObject(get -> get.bucket(BUCKET).key(key), file);
    }
  }

  @Override
  public List<String> keys(String prefix) {
    return client
        .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .sorted()
        .toList();
  }

  @Override
  public void stop() throws InterruptedException {
    client.close();
    process.destroy();
    process.waitFor();
  }
}
