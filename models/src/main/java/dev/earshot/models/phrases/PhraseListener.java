package dev.earshot.models.phrases;

/** Callback of {@link PhraseTrie}: called once for each phrase that stands in a text. */
@FunctionalInterface
public interface PhraseListener {
  /** A phrase that carries {@code payload} was found in tokens {@code start} to {@code end - 1}. */
  void found(int payload, int start, int end);
}
