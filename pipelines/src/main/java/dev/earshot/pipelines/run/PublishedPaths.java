package dev.earshot.pipelines.run;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Paths of pages as tables show them: the words of a site's structure stay, what may name a person,
 * an order or a session becomes an asterisk.
 *
 * <p>Each segment is judged by itself and by those before it, so that a path is shown the same way
 * in every run. A segment stays if it consists of small letters, capitalised or not, of up to 24
 * letters, or of up to six capitals, with up to four digits beside them; one of digits alone stays
 * as a page number or a part of a date. After a word such as {@code user}, {@code order} or {@code
 * invite} only words that sites have there stay. A name that stands where an article's title may
 * stand cannot be told from one.
 */
public final class PublishedPaths {
  private static final String HIDDEN = "*";
  private static final int LONGEST_WORD = 24;
  private static final int LONGEST_ACRONYM = 6;
  private static final int MOST_DIGITS = 4;
  private static final int PAGE_DIGITS = 2;

  /** What stands before the name or number of somebody, or of something of theirs. */
  private static final Set<String> OF_A_PERSON =
      words(
          "user users u member members people person profile profiles account accounts author"
              + " authors customer customers client clients patient patients employee employees"
              + " friend friends id ids uid order orders invoice invoices bill bills receipt"
              + " receipts booking bookings reservation reservations ticket tickets claim claims"
              + " contract contracts track tracking parcel shipment shipments return returns cart"
              + " basket checkout payment payments session sessions token tokens auth login reset"
              + " password verify verification confirm confirmation activate activation invite"
              + " invites invitation invitations referral ref share shared unsubscribe optout"
              + " magic message messages chat chats conversation conversations thread inbox mail"
              + " email emails hello hi dear welcome thanks tel call whatsapp sms wishlist voucher"
              + " file files upload uploads attachment attachments document documents kunde kunden"
              + " konto benutzer nutzer mitglied profil bestellung bestellungen rechnung"
              + " rechnungen buchung sendung passwort einladung abmelden usuario usuarios cliente"
              + " clientes cuenta miembro perfil pedido pedidos factura facturas reserva"
              + " utilisateur utilisateurs compte membre commande commandes facture factures"
              + " utente utenti conto profilo ordine ordini fattura fatture utilizador conta"
              + " encomenda encomendas fatura faturas");

  /** What follows these words and is no name. */
  private static final Set<String> OF_A_SITE =
      words(
          "new edit settings history overview list search index all me my login logout register"
              + " signup address addresses details success failed status help terms privacy step");

  private PublishedPaths() {}

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    StringTokenizer each = new StringTokenizer(text);
    while (each.hasMoreTokens()) {
      words.add(each.nextToken());
    }
    return Set.copyOf(words);
  }

  /**
   * A path for tables.
   *
   * @param path as {@link SitePaths} writes it
   */
  public static String of(String path) {
    StringBuilder shown = new StringBuilder();
    boolean isAfterPerson = false;
    int from = 0;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(from, end);
      String words = decoded(segment);
      boolean isKnown = isKnown(words);
      boolean stays = segment.isEmpty() || isKnown || (!isAfterPerson && isPlain(words));
      shown.append(stays ? segment : HIDDEN);
      isAfterPerson |= endsWithPerson(words);
      if (slash < 0) {
        break;
      }
      shown.append('/');
      from = slash + 1;
    }
    return shown.toString();
  }

  /** What is encoded twice keeps a percent sign, which no word has. */
  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  private static boolean isKnown(String segment) {
    String lower = segment.toLowerCase(Locale.ROOT);
    return OF_A_PERSON.contains(lower) || OF_A_SITE.contains(lower);
  }

  private static boolean endsWithPerson(String segment) {
    String lower = segment.toLowerCase(Locale.ROOT);
    int at = lower.length();
    while (at > 0 && !isJoint(lower.charAt(at - 1))) {
      at--;
    }
    return OF_A_PERSON.contains(lower.substring(at));
  }

  private static boolean isPlain(String segment) {
    int digits = 0;
    int letters = 0;
    boolean isOfPerson = false;
    int from = 0;
    for (int i = 0; i <= segment.length(); i++) {
      if (i < segment.length() && !isJoint(segment.charAt(i))) {
        if (Character.isDigit(segment.charAt(i))) {
          digits++;
        } else if (Character.isLetter(segment.charAt(i))) {
          letters++;
        } else if (Character.getType(segment.charAt(i)) != Character.NON_SPACING_MARK
            && Character.getType(segment.charAt(i)) != Character.COMBINING_SPACING_MARK) {
          return false;
        }
        continue;
      }
      String word = segment.substring(from, i);
      if (!isWord(word)) {
        return false;
      }
      isOfPerson |= OF_A_PERSON.contains(word.toLowerCase(Locale.ROOT));
      from = i + 1;
    }
    if (letters == 0) {
      return digits <= PAGE_DIGITS || isYear(segment);
    }
    return digits <= MOST_DIGITS && !(isOfPerson && digits > 0);
  }

  private static boolean isJoint(char c) {
    return c == '-' || c == '_' || c == '.';
  }

  private static boolean isYear(String text) {
    return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
  }

  /** Letters of one case or with the first one large, or digits, or letters and then digits. */
  private static boolean isWord(String word) {
    if (word.length() > LONGEST_WORD) {
      return false;
    }
    int letters = 0;
    boolean hasSmall = false;
    boolean hasLargeLater = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isDigit(c)) {
        continue;
      }
      if (i > 0 && Character.isDigit(word.charAt(i - 1))) {
        return false;
      }
      letters++;
      hasSmall |= Character.isLowerCase(c);
      hasLargeLater |= letters > 1 && Character.isUpperCase(c);
    }
    return !hasLargeLater || (!hasSmall && letters <= LONGEST_ACRONYM);
  }
}
