package dev.earshot.models.phrases;

import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A phrase as it is written to the forms that its tokens must go by. */
final class PhraseWords {
  private static final Set<String> KINDS =
      Set.of("<url>", "<number>", "<handle>", "<email>", "<emoji>");
  private static final String ANY = "<any>";

  private final Tokenizer tokenizer = new Tokenizer();
  private final TokenForms forms = new TokenForms();

  /** Adds the forms to {@code path}; returns what is wrong with the phrase, or null. */
  @Nullable String read(String phrase, List<Long> path) {
    for (String piece : phrase.split(" ", -1)) {
      if (piece.equals(ANY) || KINDS.contains(piece)) {
        path.add(TokenForms.hash(piece));
        continue;
      }
      if (piece.startsWith("<") && piece.endsWith(">")) {
        return "unknown placeholder " + piece;
      }
      Tokens tokens = tokenizer.tokenize(piece);
      forms.read(tokens, false);
      for (int i = 0; i < tokens.size(); i++) {
        if (forms.form(i, 0) == 0) {
          return "a word is longer than " + TokenForms.MAXIMUM_WORD_LENGTH + " characters";
        }
        path.add(forms.form(i, 0));
      }
    }
    return problem(path);
  }

  private static @Nullable String problem(List<Long> path) {
    if (path.isEmpty()) {
      return "the phrase is empty";
    }
    long any = TokenForms.hash(ANY);
    if (path.get(0) == any || path.get(path.size() - 1) == any) {
      return "<any> can neither begin nor end a phrase";
    }
    return null;
  }
}
