package dev.earshot.models.duplicates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that turn a text into its opposite: texts that differ in one of them are no copies of each
 * other, however much else they share. Praise and blame, and negations, in the languages whose
 * sentiment is read; and that there is news of what the other says.
 */
final class DecidingWords {
  private static final List<String> WORDS =
      List.of(
          // English
          "love loved loving like liked hate hated hating dislike good great best better bad worst",
          "worse terrible awful horrible excellent amazing perfect poor useless helpful happy",
          "unhappy satisfied dissatisfied recommend avoid always never not no none nothing dont",
          "doesnt didnt isnt wasnt arent werent cant cannot wont wouldnt couldnt shouldnt nobody",
          "without fast slow cheap expensive up down more less win wins lost fixed broken works",
          "late early delayed cancelled canceled confirmed found missing arrived easy hard rude kind",
          "friendly right wrong update updated solved",
          // German
          "liebe liebt geliebt hasse hasst gehasst mag gut gute super beste besser schlecht",
          "schlechte schlimmste schlechter furchtbar schrecklich toll nicht nie niemals kein keine",
          "nichts niemand ohne immer empfehle meide zufrieden unzufrieden glücklich",
          // French
          "aime adore déteste hais bon bonne meilleur meilleure mauvais mauvaise pire affreux",
          "horrible génial excellent ne pas jamais rien aucun aucune sans toujours heureux",
          // Spanish and Portuguese
          "amo encanta adoro odio detesto odeio bueno buena mejor malo mala peor terrible horrible",
          "bom boa melhor mau má ruim pior ótimo péssimo nunca jamás nada ningún sin siempre sem",
          "sempre não nenhum excelente feliz",
          // Italian and Dutch
          "amo odio buono buona ottimo migliore cattivo pessimo peggiore non mai niente nessuno",
          "senza goed goede beste slecht slechte slechtste haat geweldig vreselijk niet nooit geen",
          // Arabic and Hindi
          "أحب أكره جيد سيء رائع ممتاز لا ليس لم لن أبدا पसंद नफरत अच्छा अच्छी बुरा बुरी नहीं कभी"
              + " बेकार शानदार");

  private static final Set<Long> HASHES = hashes();

  private DecidingWords() {}

  private static Set<Long> hashes() {
    Set<Long> hashes = new HashSet<>();
    Shingles shingles = new Shingles();
    for (String line : WORDS) {
      for (String word : line.split(" ", -1)) {
        shingles.read(word);
        hashes.add(shingles.word(0));
      }
    }
    return Set.copyOf(hashes);
  }

  /** Whether a word of a text, by its hash in {@link Shingles}, is one. */
  static boolean contain(long word) {
    return HASHES.contains(word);
  }
}
