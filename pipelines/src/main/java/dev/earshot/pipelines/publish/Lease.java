package dev.earshot.pipelines.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.pipelines.stores.ConflictException;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.stores.ObjectStore.Versioned;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second run from beginning while one works, by an object that says until when it is held.
 * The holder renews it; of a holder that died it runs out. It saves work and no more: what is
 * published is decided by the pointer alone, so that clocks need not agree.
 */
final class Lease implements AutoCloseable {
  /** For so long an output stays held by a run that died. */
  static final Duration DURATION = Duration.ofMinutes(2);

  private static final Duration RENEWAL = DURATION.dividedBy(4);
  private static final String UNTIL = "held_until";
  private static final String JOB = "job";
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectStore store;
  private final String location;
  private final InstantSource clock;
  private final @Nullable String abandonedJob;
  private final ScheduledExecutorService renewing =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease");
            thread.setDaemon(true);
            return thread;
          });

  private String version;
  private @Nullable String job;
  private boolean isLost;

  private Lease(
      ObjectStore store,
      String location,
      InstantSource clock,
      String version,
      @Nullable String abandonedJob) {
    this.store = store;
    this.location = location;
    this.clock = clock;
    this.version = version;
    this.abandonedJob = abandonedJob;
  }

  /**
   * Takes the lease where nobody holds it.
   *
   * @param location of its object
   * @param output what it is for
   * @throws OutputInUseException where another run holds it
   */
  static Lease take(ObjectStore store, String location, InstantSource clock, String output)
      throws IOException {
    Versioned held = store.read(location);
    JsonNode holder = held == null ? JSON.createObjectNode() : JSON.readTree(held.content());
    if (Instant.parse(holder.path(UNTIL).asText(Instant.EPOCH.toString()))
        .isAfter(clock.instant())) {
      throw OutputInUseException.held(output);
    }
    String content = content(clock.instant().plus(DURATION), null);
    try {
      String version = store.write(location, content, held == null ? null : held.version());
      Lease lease = new Lease(store, location, clock, version, holder.path(JOB).asText(null));
      lease.checkConditions();
      Future<?> unused =
          lease.renewing.scheduleAtFixedRate(
              lease::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
      return lease;
    } catch (ConflictException e) {
      throw OutputInUseException.held(output);
    }
  }

  /** A store that writes an object which must not exist takes no conditions. */
  private void checkConditions() throws IOException {
    try {
      version = store.write(location, content(clock.instant().plus(DURATION), null), null);
      LOG.warn(
          "{}: the store ignores conditions of writes; see to it that runs never overlap here",
          location);
    } catch (ConflictException e) {
      // As it should be.
    }
  }

  private static String content(Instant until, @Nullable String job) {
    ObjectNode content = JSON.createObjectNode().put(UNTIL, until.toString());
    return (job == null ? content : content.put(JOB, job)) + "\n";
  }

  /** The job of the run before, where that died and left one. */
  @Nullable String abandonedJob() {
    return abandonedJob;
  }

  /** Notes the job that this run has sent elsewhere. */
  synchronized void note(String sent) {
    job = sent;
    renew();
  }

  private synchronized void renew() {
    write(clock.instant().plus(DURATION), job);
  }

  private void write(Instant until, @Nullable String note) {
    if (isLost) {
      return;
    }
    try {
      version = store.write(location, content(until, note), version);
    } catch (ConflictException e) {
      isLost = true;
      LOG.warn("{}: another run has begun; whichever publishes first prevails", location);
    } catch (IOException e) {
      LOG.warn("{}: {}", location, e.getMessage());
    }
  }

  /** Gives the lease back. */
  @Override
  public synchronized void close() {
    renewing.shutdownNow();
    write(Instant.EPOCH, null);
  }
}
