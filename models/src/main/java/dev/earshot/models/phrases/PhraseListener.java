package dev.earshot.models.phrases;

/** Is told of each phrase that was found. */
@FunctionalInterface
public interface PhraseListener {
  /** A phrase that carries {@code payload} was found in tokens {@code start} to {@code end - 1}. */
  void found(int payload, int start, int end);
}
