package dev.earshot.pipelines.stores.gcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.earshot.pipelines.stores.ConflictException;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.stores.ObjectStore.Versioned;
import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.storage.GcsResourceId;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Conditional writes against a server that keeps one object as the documentation of the JSON
 * interface says: a generation for each write, 412 where {@code ifGenerationMatch} does not hold.
 */
class GcsStoreTest {
  private static final String LOCATION = "gs://earshot/out/_current.json";

  private HttpServer server;
  private String content;
  private long generation;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/storage/v1/b/earshot/o/out/_current.json", this::get);
    server.createContext("/upload/storage/v1/b/earshot/o", this::insert);
    server.createContext("/", exchange -> answer(exchange, 400, "{}"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void get(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    if (generation == 0) {
      answer(exchange, 404, "{\"error\":{\"code\":404,\"message\":\"No such object\"}}");
    } else if (query != null && query.contains("alt=media")) {
      boolean isCurrent = query.contains("generation=" + generation);
      answer(exchange, isCurrent ? 200 : 404, isCurrent ? content : "{}");
    } else {
      answer(exchange, 200, "{\"generation\":\"" + generation + "\"}");
    }
  }

  /** A multipart upload: the object's description, then its content. */
  private void insert(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] parts = body.split("\r\n\r\n");
    if (!exchange.getRequestURI().getQuery().contains("ifGenerationMatch=" + generation)) {
      answer(exchange, 412, "{\"error\":{\"code\":412,\"message\":\"conditionNotMet\"}}");
      return;
    }
    content = parts[2].substring(0, parts[2].indexOf("\r\n--"));
    generation += 1_000;
    answer(exchange, 200, "{\"generation\":\"" + generation + "\"}");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private ObjectStore store() throws IOException {
    GcsOptions options = PipelineOptionsFactory.create().as(GcsOptions.class);
    options.setGcsEndpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/storage/v1/");
    options.as(GcpOptions.class).setCredentialFactoryClass(NoopCredentialFactory.class);
    ObjectStore store = Stores.open(List.of(LOCATION), options).of(LOCATION);
    assertNotNull(store);
    return store;
  }

  @Test
  void anObjectIsReplacedOnlyWhereNobodyElseHas() throws IOException {
    ObjectStore store = store();
    assertEquals(null, store.read(LOCATION));
    String first = store.write(LOCATION, "1", null);
    assertEquals("1000", first);
    assertThrows(ConflictException.class, () -> store.write(LOCATION, "2", null));
    String second = store.write(LOCATION, "3", first);
    assertThrows(ConflictException.class, () -> store.write(LOCATION, "4", first));
    assertEquals(new Versioned("3", second), store.read(LOCATION));
  }

  @Test
  void locationsAreOfBeamsFileSystem() throws IOException {
    store();
    assertInstanceOf(GcsResourceId.class, FileSystems.matchNewResource(LOCATION, false));
  }
}
