package dev.earshot.pipelines.beam;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts records in bounded memory: sorted runs go to temporary files and are merged (external merge
 * sort; Knuth, volume 3, 5.4). What fits into one run stays in memory. They can be read any number
 * of times, one reading after the other.
 *
 * @param <T> the record
 */
public final class SortedRows<T extends Record> implements Iterable<T>, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final RecordCoder<T> coder;
  private final Comparator<? super T> order;
  private final int runRows;
  private final List<FileChannel> runs = new ArrayList<>();
  private List<T> rows = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param runRows how many records are held in memory
   */
  public SortedRows(Class<T> type, Comparator<? super T> order, int runRows) {
    this.coder = RecordCoder.of(type);
    this.order = order;
    this.runRows = runRows;
  }

  /**
   * Adds a record.
   *
   * @throws IOException where the disk is full
   */
  public void add(T row) throws IOException {
    rows.add(row);
    if (rows.size() == runRows) {
      spill();
    }
  }

  /**
   * Adds records.
   *
   * @throws IOException where the disk is full
   */
  public void addAll(Iterable<? extends T> more) throws IOException {
    for (T row : more) {
      add(row);
    }
  }

  private void spill() throws IOException {
    rows.sort(order);
    FileChannel run = unnamedFile();
    runs.add(run);
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(run), BUFFER_BYTES));
    out.writeInt(rows.size());
    for (T row : rows) {
      coder.encode(row, out);
    }
    out.flush();
    rows = new ArrayList<>();
  }

  /**
   * The records in order, once the last was added; ends the reading before.
   *
   * @throws UncheckedIOException where the disk is full
   */
  @Override
  public Peeking<T> iterator() {
    if (runs.isEmpty()) {
      rows.sort(order);
      return new Peeking<>(rows.iterator());
    }
    try {
      if (!rows.isEmpty()) {
        spill();
      }
      return new Peeking<>(merge());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Iterator<T> merge() throws IOException {
    PriorityQueue<RunReader<T>> heads =
        new PriorityQueue<>((a, b) -> order.compare(a.head(), b.head()));
    for (FileChannel run : runs) {
      RunReader<T> reader = new RunReader<>(run, coder);
      if (reader.advance()) {
        heads.add(reader);
      }
    }
    return new Merge<>(heads);
  }

  /** It holds parts of texts: nobody finds it, and it is gone with the process. */
  private static FileChannel unnamedFile() throws IOException {
    Path file = Files.createTempFile("earshot-sort", ".run");
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Files.delete(file);
    return channel;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel run : runs) {
      run.close();
    }
  }

  private static final class RunReader<T extends Record> {
    private final DataInputStream in;
    private final RecordCoder<T> coder;
    private int left;
    private @Nullable T head;

    RunReader(FileChannel run, RecordCoder<T> coder) throws IOException {
      // Each run is read by one reader at a time, from its start.
      run.position(0);
      this.in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(run), BUFFER_BYTES));
      this.coder = coder;
      this.left = in.readInt();
    }

    T head() {
      return Objects.requireNonNull(head);
    }

    boolean advance() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      head = coder.decode(in);
      return true;
    }
  }

  private record Merge<T extends Record>(PriorityQueue<RunReader<T>> heads) implements Iterator<T> {
    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public T next() {
      RunReader<T> first = heads.poll();
      if (first == null) {
        throw new NoSuchElementException();
      }
      T row = first.head();
      try {
        if (first.advance()) {
          heads.add(first);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return row;
    }
  }
}
