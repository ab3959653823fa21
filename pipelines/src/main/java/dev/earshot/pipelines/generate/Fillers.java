package dev.earshot.pipelines.generate;

/**
 * Closing sentences that keep texts apart. Each names six people and places out of 4,093; the six
 * are values of one line over the prime field of 4,093 elements at six points, so the names of two
 * texts agree in at most one place (a Reed-Solomon code of dimension two). With at most 20 words
 * beside the names, two texts share fewer than half of their word 3-shingles.
 */
final class Fillers {
  private static final int PRIME = 4_093;
  private static final int SPREAD = 1_597;

  /** Names in one sentence. */
  static final int NAMES = 6;

  private static final String[] FRAMES = {
    "{0} met {1} near {2} while {3} called {4} from {5}",
    "With {0} and {1} in {2} before {3} joins {4} at {5}",
    "Heard by {0} via {1} of {2} as {3} told {4} in {5}",
    "Between {0} and {1} sat {2} with {3} plus {4} from {5}",
    "{0} asked {1} where {2} took {3} to {4} by {5}",
    "From {0} to {1} past {2} then {3} towards {4} via {5}",
    "{0} said {1} knows {2} since {3} moved {4} to {5}",
    "At {0} after {1} came {2} for {3} and {4} of {5}",
  };

  private static final String[] HEADS = {
    "Ash", "Bal", "Bar", "Bex", "Bram", "Bren", "Cal", "Cham", "Col", "Cor", "Dal", "Den", "Dor",
    "Dun", "Eck", "Elm", "Ev", "Fal", "Fen", "Fin", "Gal", "Gar", "Gil", "Gren", "Had", "Hal",
    "Har", "Hen", "Hol", "Hux", "Ing", "Jar", "Kel", "Ken", "Kil", "Lam", "Lang", "Lin", "Lud",
    "Mal", "Mar", "Mel", "Mil", "Mor", "Nor", "Oak", "Old", "Orm", "Pad", "Pem", "Pres", "Quen",
    "Rad", "Ren", "Rich", "Row", "Sal", "Sel", "Shel", "Stan", "Tad", "Thur", "Wal", "Wim"
  };

  private static final String[] TAILS = {
    "acre", "beck", "berry", "bold", "borough", "bourne", "bridge", "brook", "burgh", "bury", "by",
    "caster", "chester", "clere", "combe", "cote", "croft", "dale", "dean", "den", "don", "down",
    "ey", "field", "firth", "fold", "ford", "garth", "gate", "grave", "ham", "hampton", "haven",
    "hithe", "holm", "holt", "hurst", "ingham", "ington", "keld", "land", "leigh", "low", "mere",
    "minster", "mouth", "ness", "over", "port", "royd", "sea", "shaw", "sley", "stead", "stoke",
    "stow", "thorpe", "toft", "ton", "wade", "wick", "with", "wold", "worth"
  };

  private final String[] names = new String[PRIME];
  private long sequence;

  /** Closing sentences from a place in their sequence on. */
  Fillers(long first) {
    sequence = first;
    for (int index = 0; index < PRIME; index++) {
      int spread = (int) ((long) index * SPREAD % PRIME);
      names[index] = HEADS[spread / 64] + TAILS[spread % 64];
    }
  }

  /** The closing sentence of the next text. */
  Filler next() {
    int constant = (int) (sequence % PRIME);
    int slope = 1 + (int) (sequence / PRIME % (PRIME - 1));
    long round = sequence / ((long) PRIME * (PRIME - 1)) + constant;
    sequence++;
    int[] indexes = new int[NAMES];
    for (int place = 0; place < NAMES; place++) {
      indexes[place] = (constant + slope * (place + 1)) % PRIME;
    }
    return new Filler(FRAMES[(int) (round % FRAMES.length)], indexes);
  }

  /** A closing sentence: its frame and the indexes of its names. */
  @SuppressWarnings("ArrayRecordComponent")
  record Filler(String frame, int[] indexes) {}

  /** Appends a closing sentence with the given frame. */
  void append(StringBuilder text, Filler filler, String frame) {
    int length = frame.length();
    for (int at = 0; at < length; at++) {
      char letter = frame.charAt(at);
      if (letter == '{') {
        int place = frame.charAt(at + 1) - '0';
        text.append(names[filler.indexes()[place]]);
        at += 2;
      } else {
        text.append(letter);
      }
    }
  }
}
