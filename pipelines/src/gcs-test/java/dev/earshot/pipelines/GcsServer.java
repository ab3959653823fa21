package dev.earshot.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.earshot.pipelines.GcsBucket.Failure;
import dev.earshot.pipelines.GcsBucket.Stored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;

/**
 * Answers as <a href="https://cloud.google.com/storage/docs/json_api/v1">Cloud Storage's JSON API,
 * version 1</a>, so far as Beam's file system and {@code GcsStore} use it: objects with generations
 * and their preconditions, lists in pages, media by ranges, simple, multipart and resumable uploads,
 * batches. Nobody has to sign in.
 */
final class GcsServer implements StoreServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OBJECTS = "/storage/v1/b/";
  private static final String UPLOADS = "/upload" + OBJECTS;
  private static final String DOWNLOADS = "/download";
  private static final String BATCH = "/batch/storage/v1";
  private static final int CONTINUE_UPLOAD = 308;

  private final GcsBucket bucket = new GcsBucket(BUCKET);
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private final AtomicLong sessions = new AtomicLong();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;

  /** An upload in pieces: where to, on which condition, and what has come. */
  private record Upload(GcsRequest request, String name, ByteArrayOutputStream content) {}

  /** What is answered. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer of(JsonNode json) throws IOException {
      return new Answer(
          200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(json));
    }

    static Answer of(Failure failure) throws IOException {
      ObjectNode error = JSON.createObjectNode();
      error
          .putObject("error")
          .put("code", failure.status())
          .put("message", failure.getMessage())
          .putArray("errors")
          .addObject()
          .put("reason", failure.reason())
          .put("message", failure.getMessage());
      return new Answer(
          failure.status(),
          Map.of("Content-Type", "application/json"),
          JSON.writeValueAsBytes(error));
    }
  }

  private GcsServer(HttpServer http) {
    this.http = http;
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  /** Starts a server with an empty bucket. */
  static GcsServer start() throws IOException {
    return new GcsServer(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  private String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Answer answer;
    try (InputStream sent = exchange.getRequestBody()) {
      boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      byte[] body = (isZipped ? new GZIPInputStream(sent) : sent).readAllBytes();
      GcsRequest request =
          GcsRequest.of(exchange.getRequestMethod(), exchange.getRequestURI().toString());
      answer = answer(request, exchange, body);
    } catch (Failure e) {
      answer = Answer.of(e);
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean isEmpty = answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.body().length);
    if (!isEmpty) {
      exchange.getResponseBody().write(answer.body());
    }
    exchange.close();
  }

  private Answer answer(GcsRequest request, HttpExchange exchange, byte[] body) throws IOException {
    if (request.path().startsWith(BATCH)) {
      return batch(exchange.getRequestHeaders().getFirst("Content-Type"), body);
    }
    if (request.path().startsWith(UPLOADS)) {
      return upload(request, exchange, body);
    }
    return answer(request, exchange.getRequestHeaders().getFirst("Range"));
  }

  private Answer answer(GcsRequest request, String range) throws IOException {
    String prefix = request.path().startsWith(DOWNLOADS) ? DOWNLOADS + OBJECTS : OBJECTS;
    if (!request.path().startsWith(prefix)) {
      throw new Failure(404, "notFound", request.path());
    }
    String[] names = request.names(prefix);
    bucket.check(names[0]);
    if (names.length == 1) {
      return Answer.of(bucket.resource());
    }
    if (names.length == 2) {
      return Answer.of(bucket.list(request.parameters()));
    }
    if (request.method().equals("DELETE")) {
      bucket.delete(names[2], request.parameters());
      return new Answer(204, Map.of(), new byte[0]);
    }
    Stored object = bucket.get(names[2], request.parameters());
    return "media".equals(request.parameters().get("alt"))
        ? media(object, range)
        : Answer.of(object.resource(BUCKET));
  }

  /** The whole content, or the bytes of {@code bytes=first-last}, {@code first-}, {@code -count}. */
  private static Answer media(Stored object, String range) {
    byte[] all = object.content();
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "Content-Type", "application/octet-stream",
                "x-goog-generation", String.valueOf(object.generation())));
    if (range == null) {
      return new Answer(200, headers, all);
    }
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int first =
        ends[0].isEmpty()
            ? Math.max(0, all.length - Integer.parseInt(ends[1]))
            : Integer.parseInt(ends[0]);
    long last =
        ends[0].isEmpty() || ends[1].isEmpty()
            ? all.length - 1
            : Math.min(all.length - 1, Long.parseLong(ends[1]));
    if (first >= all.length) {
      headers.put("Content-Range", "bytes */" + all.length);
      return new Answer(416, headers, new byte[0]);
    }
    headers.put("Content-Range", "bytes " + first + "-" + last + "/" + all.length);
    return new Answer(206, headers, Arrays.copyOfRange(all, first, (int) last + 1));
  }

  private Answer upload(GcsRequest request, HttpExchange exchange, byte[] body) throws IOException {
    String id = request.parameters().get("upload_id");
    if (id != null) {
      return continued(id, exchange.getRequestHeaders().getFirst("Content-Range"), body);
    }
    bucket.check(request.names(UPLOADS)[0]);
    String name = request.parameters().get("name");
    if ("resumable".equals(request.parameters().get("uploadType"))) {
      String session = String.valueOf(sessions.incrementAndGet());
      uploads.put(session, new Upload(request, nameIn(body, name), new ByteArrayOutputStream()));
      String next = address() + request.path() + "?uploadType=resumable&upload_id=" + session;
      return new Answer(200, Map.of("Location", next), new byte[0]);
    }
    byte[] content = body;
    if ("multipart".equals(request.parameters().get("uploadType"))) {
      List<byte[]> parts =
          Multipart.parts(exchange.getRequestHeaders().getFirst("Content-Type"), body);
      name = nameIn(Multipart.behindHead(parts.get(0)), name);
      content = Multipart.behindHead(parts.get(1));
    }
    return Answer.of(bucket.put(name, content, request.parameters()).resource(BUCKET));
  }

  private static String nameIn(byte[] json, String otherwise) throws IOException {
    return json.length == 0 ? otherwise : JSON.readTree(json).path("name").asText(otherwise);
  }

  /** A piece of an upload, {@code bytes first-last/total}; the last one knows the total. */
  private Answer continued(String id, String range, byte[] body) throws IOException {
    Upload upload = uploads.get(id);
    if (upload == null) {
      throw new Failure(410, "gone", "No such upload: " + id);
    }
    upload.content().writeBytes(body);
    if (range != null && range.endsWith("/*")) {
      return new Answer(
          CONTINUE_UPLOAD,
          Map.of("Range", "bytes=0-" + (upload.content().size() - 1)),
          new byte[0]);
    }
    uploads.remove(id);
    return Answer.of(
        bucket
            .put(upload.name(), upload.content().toByteArray(), upload.request().parameters())
            .resource(BUCKET));
  }

  /** Several requests in one: each part is a request, and each part of the answer its answer. */
  private Answer batch(String contentType, byte[] body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : Multipart.parts(contentType, body)) {
      String text = new String(Multipart.behindHead(part), StandardCharsets.UTF_8);
      String[] line = text.substring(0, text.indexOf("\r\n")).split(" ", -1);
      Answer answer;
      try {
        answer = answer(GcsRequest.of(line[0], line[1]), (String) null);
      } catch (Failure e) {
        answer = Answer.of(e);
      }
      all.writeBytes(Multipart.part(Multipart.header(part, "Content-ID"), head(answer)));
      all.writeBytes(answer.body());
      all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    all.writeBytes(Multipart.end());
    return new Answer(200, Map.of("Content-Type", Multipart.CONTENT_TYPE), all.toByteArray());
  }

  private static String head(Answer answer) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Answer\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("Content-Length: " + answer.body().length + "\r\n\r\n").toString();
  }

  @Override
  public String scheme() {
    return "gs";
  }

  @Override
  public String absentVersion() {
    return String.valueOf(Long.MAX_VALUE);
  }

  @Override
  public String[] options() {
    return new String[] {
      "--",
      "--gcsEndpoint=" + address() + "/storage/v1/",
      "--credentialFactoryClass=" + NoopCredentialFactory.class.getName()
    };
  }

  @Override
  public void upload(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bucket.put(prefix + folder.relativize(file), Files.readAllBytes(file), Map.of());
      }
    }
  }

  @Override
  public void download(String prefix, Path folder) throws IOException {
    for (String key : keys(prefix)) {
      Path file = folder.resolve(key.substring(prefix.length()));
      Files.createDirectories(file.getParent());
      Files.write(file, bucket.get(key, Map.of()).content());
    }
  }

  @Override
  public List<String> keys(String prefix) {
    return bucket.names(prefix);
  }

  @Override
  public void stop() {
    http.stop(0);
    threads.shutdownNow();
  }
}
