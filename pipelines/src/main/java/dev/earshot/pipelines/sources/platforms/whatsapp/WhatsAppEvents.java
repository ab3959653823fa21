package dev.earshot.pipelines.sources.platforms.whatsapp;

import java.util.List;
import java.util.Locale;

/**
 * Detector of what WhatsApp itself wrote into a chat, where a colon makes it look like a message.
 * Android has no sender before it, so a quoted group name with a colon ends what looks like one.
 * iPhones put the name of the chat or of a member there, and a mark before the text. Every language
 * quotes a name; the notice about encryption is told by its words.
 */
final class WhatsAppEvents {
  /** A shorter sender is a name. */
  private static final int MIN_NOTICE_LENGTH = 20;

  private static final int MAX_NOTICE_LENGTH = 512;

  /** What the notice says in the languages of the app, in lower case. */
  private static final List<String> ENCRYPTED =
      List.of(
          "end-to-end encrypt",
          "ende-zu-ende-verschlüssel",
          "extremo a extremo",
          "bout en bout",
          "crittografati end-to-end",
          "crittografia end-to-end",
          "ponta a ponta",
          "ponto a ponto",
          "end-to-end versleutel",
          "end-to-end-versleutel",
          "end-to-end-krypter",
          "end-to-end-kryptert",
          "totalsträckskrypter",
          "päästä päähän",
          "metodą end-to-end",
          "szyfrowaniem end-to-end",
          "koncovým šifrováním",
          "criptate integral",
          "végpontok közötti titkosítás",
          "uçtan uca şifrele",
          "сквозным шифрованием",
          "сквозное шифрование",
          "наскрізним шифруванням",
          "terenkripsi secara end-to-end",
          "enkripsi end-to-end",
          "mã hóa đầu cuối",
          "एंड-टू-एंड",
          "التشفير التام بين الطرفين",
          "مشفرة تمامًا بين الطرفين",
          "מקצה לקצה",
          "엔드투엔드 암호화",
          "종단간 암호화",
          "종단 간 암호화",
          "エンドツーエンド",
          "端到端加密",
          "hujung ke hujung",
          "سرتاسر رمزگذاری",
          "رمزگذاری سرتاسری",
          "เข้ารหัสจากต้นทางถึงปลายทาง",
          "διατερματική",
          "от край до край",
          "s kraja na kraj",
          "с краја на крај",
          "end-to-end šifr",
          "šifrovanie end-to-end",
          "end-to-end enkripsi",
          "端對端加密");

  private WhatsAppEvents() {}

  /**
   * Whether a line without a sender was split at a colon inside of it.
   *
   * @param name what stands before the colon
   * @param rest what stands behind it
   */
  static boolean isSplit(String name, String rest) {
    char open = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (open == 0) {
        open = closing(c).isEmpty() ? 0 : c;
      } else if (closing(open).indexOf(c) >= 0) {
        open = 0;
      }
    }
    String closing = closing(open);
    boolean isQuoted = closing.chars().anyMatch(c -> rest.indexOf(c) >= 0);
    return isQuoted || isAboutEncryption(name);
  }

  /** Which marks close a quotation; none for what opens none. */
  private static String closing(char open) {
    return switch (open) {
      case '"' -> "\"";
      case '“' -> "”";
      case '„' -> "“”";
      case '«' -> "»";
      case '»' -> "«";
      case '「' -> "」";
      case '『' -> "』";
      default -> "";
    };
  }

  /** Whether a text is the notice that a chat is encrypted. */
  static boolean isAboutEncryption(String text) {
    if (text.length() < MIN_NOTICE_LENGTH || text.length() > MAX_NOTICE_LENGTH) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return ENCRYPTED.stream().anyMatch(lower::contains);
  }

  /** Whether a text that the app marked as its own tells what its sender did. */
  static boolean isAbout(String sender, String marked) {
    return marked.startsWith(sender + " ", 1);
  }
}
