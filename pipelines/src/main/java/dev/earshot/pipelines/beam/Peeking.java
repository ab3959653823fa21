package dev.earshot.pipelines.beam;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An iterator whose next element can be looked at before it is taken.
 *
 * @param <T> the element
 */
public final class Peeking<T> implements Iterator<T> {
  private final Iterator<? extends T> iterator;
  private @Nullable T head;

  /** Continues an iterator, which is not to be used any more. */
  public Peeking(Iterator<? extends T> iterator) {
    this.iterator = iterator;
    advance();
  }

  private void advance() {
    head = iterator.hasNext() ? iterator.next() : null;
  }

  /**
   * The next element, which stays the next.
   *
   * @throws NoSuchElementException where there is none
   */
  public T peek() {
    T next = head;
    if (next == null) {
      throw new NoSuchElementException();
    }
    return next;
  }

  /** Whether there is a next element, and it is so. */
  public boolean nextIs(Predicate<T> wanted) {
    return head != null && wanted.test(head);
  }

  @Override
  public boolean hasNext() {
    return head != null;
  }

  @Override
  public T next() {
    T next = peek();
    advance();
    return next;
  }
}
