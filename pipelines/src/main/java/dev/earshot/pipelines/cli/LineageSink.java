package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where events of OpenLineage go: a file, a line each, or an HTTP endpoint. What fails is told and
 * forgiven.
 *
 * @param url the endpoint, or null
 * @param file the file, or null
 */
record LineageSink(@Nullable URI url, @Nullable Path file) {
  /** As the official clients have it. */
  private static final String TOKEN = "OPENLINEAGE_API_KEY";

  private static final String PATH = "/api/v1/lineage";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** The sink that an argument names. */
  static LineageSink of(String argument) {
    if (!argument.startsWith("http://") && !argument.startsWith("https://")) {
      return new LineageSink(null, LocalFiles.path(argument));
    }
    try {
      URI uri = URI.create(argument);
      if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
        throw new IllegalArgumentException("more than host and path");
      }
      boolean isHostAlone = uri.getPath().isEmpty() || uri.getPath().equals("/");
      return new LineageSink(isHostAlone ? uri.resolve(PATH) : uri, null);
    } catch (IllegalArgumentException e) {
      throw new UserException(
          ExitCode.USAGE,
          "--openlineage: expected a file, or a URL of host and path alone, as"
              + " http://127.0.0.1:5000; a token belongs into "
              + TOKEN);
    }
  }

  /** Sends an event, if that can be. */
  void send(String event) {
    try {
      if (file != null) {
        Files.write(
            file,
            (event + "\n").getBytes(StandardCharsets.UTF_8),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } else if (url != null) {
        post(url, event);
      }
    } catch (IOException e) {
      Console.say("no event of OpenLineage was sent, the run goes on: " + Messages.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void post(URI url, String event) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event));
    String token = System.getenv(TOKEN);
    if (token != null && !token.isBlank()) {
      request.header("Authorization", "Bearer " + token.strip());
    }
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    HttpResponse<Void> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() >= 300) {
      throw new IOException(url.getHost() + " answered " + answer.statusCode());
    }
  }
}
