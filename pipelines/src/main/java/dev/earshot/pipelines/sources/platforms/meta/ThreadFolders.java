package dev.earshot.pipelines.sources.platforms.meta;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tie break between threads of Messenger and of Instagram, which look alike: the folders that the
 * two exports make, or else that name one of the two, tell them apart.
 */
final class ThreadFolders {
  /** Folders whose folders are named after persons and groups. */
  private static final Set<String> FOLDERS_OF_THREADS =
      Set.of("inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover");

  private static final String INSTAGRAM_MADE = "your_instagram_activity";
  private static final String FACEBOOK_MADE = "your_facebook_activity";

  private ThreadFolders() {}

  /** Messenger's or Instagram's export; null where the path names neither or both. */
  static @Nullable Format choose(@Nullable RecordKind kind, String path) {
    List<String> names = names(path.replace('\\', '/').toLowerCase(Locale.ROOT));
    int last = names.size() - 1;
    if (last > 1 && FOLDERS_OF_THREADS.contains(names.get(last - 2))) {
      names.remove(last - 1);
    }
    if (names.contains(INSTAGRAM_MADE) != names.contains(FACEBOOK_MADE)) {
      return names.contains(INSTAGRAM_MADE) ? Format.INSTAGRAM_EXPORT : Format.MESSENGER_EXPORT;
    }
    boolean isInstagram = names.stream().anyMatch(name -> name.contains("instagram"));
    boolean isFacebook =
        names.stream().anyMatch(name -> name.contains("facebook") || name.contains("messenger"));
    if (isInstagram == isFacebook) {
      return null;
    }
    return isInstagram ? Format.INSTAGRAM_EXPORT : Format.MESSENGER_EXPORT;
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
