package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides between formats that the same content may have, where something besides the content is
 * certain. A full export of Telegram holds posts and messages: it is read as what it was given as.
 * The threads of Messenger and Instagram look alike: the folders that the two exports make, or that
 * name one of the two, tell them apart.
 */
final class AmbiguousFormats {
  private static final Set<Format> TELEGRAM =
      EnumSet.of(Format.TELEGRAM_POSTS, Format.TELEGRAM_MESSAGES);
  private static final Set<Format> THREADS =
      EnumSet.of(Format.MESSENGER_EXPORT, Format.INSTAGRAM_EXPORT);

  /** Folders whose folders are named after persons and groups. */
  private static final Set<String> FOLDERS_OF_THREADS =
      Set.of("inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover");

  private AmbiguousFormats() {}

  /**
   * Decides; empty if nothing does.
   *
   * @param kind what the user gave the file as, or null
   * @param path the file as the user named it
   */
  static Optional<Format> of(List<Format> candidates, @Nullable RecordKind kind, String path) {
    Set<Format> found = EnumSet.copyOf(candidates);
    if (found.equals(TELEGRAM)) {
      return candidates.stream().filter(format -> format.kind() == kind).findFirst();
    }
    return found.equals(THREADS) ? thread(path) : Optional.empty();
  }

  private static Optional<Format> thread(String path) {
    List<String> names = names(path.replace('\\', '/').toLowerCase(Locale.ROOT));
    int last = names.size() - 1;
    if (last > 1 && FOLDERS_OF_THREADS.contains(names.get(last - 2))) {
      names.remove(last - 1);
    }
    boolean isInstagram = names.stream().anyMatch(name -> name.contains("instagram"));
    boolean isFacebook =
        names.stream().anyMatch(name -> name.contains("facebook") || name.contains("messenger"));
    if (isInstagram == isFacebook) {
      return Optional.empty();
    }
    return Optional.of(isInstagram ? Format.INSTAGRAM_EXPORT : Format.MESSENGER_EXPORT);
  }

  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      names.add(path.substring(from, slash));
      from = slash + 1;
    }
    names.add(path.substring(from));
    return names;
  }
}
