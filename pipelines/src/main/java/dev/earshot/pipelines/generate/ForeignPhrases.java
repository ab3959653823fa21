package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Polarity;

/** What people say in other languages. These texts carry no topic and no intent. */
@SuppressWarnings("ImmutableEnumChecker")
enum ForeignPhrases {
  ES(
      new String[] {
        "Me encanta {B}, son maravillosos y siempre me hacen feliz",
        "Estoy muy contento con {B}, una experiencia fantástica",
      },
      new String[] {
        "Odio a {B}, una experiencia horrible y muy decepcionante",
        "Qué vergüenza {B}, lo peor que he visto en mi vida",
      },
      new String[] {"Mañana paso por {B} y luego vuelvo a casa"},
      "{0} vio a {1} con {2} y {3} llamó a {4} desde {5}"),
  DE(
      new String[] {
        "Ich liebe {B}, einfach wunderbar und immer wieder toll",
        "Sehr glücklich mit {B}, eine großartige Erfahrung",
      },
      new String[] {
        "Ich hasse {B}, eine furchtbare und enttäuschende Erfahrung",
        "Nie wieder {B}, das Schlimmste was ich je erlebt habe",
      },
      new String[] {"Morgen gehe ich zu {B} und danach nach Hause"},
      "{0} sah {1} mit {2} und {3} rief {4} aus {5} an"),
  FR(
      new String[] {
        "J'adore {B}, ils sont formidables et me rendent heureux",
        "Très content de {B}, une expérience magnifique",
      },
      new String[] {
        "Je déteste {B}, une expérience horrible et décevante",
        "Quelle honte {B}, la pire chose de ma vie",
      },
      new String[] {"Demain je passe chez {B} puis je rentre à la maison"},
      "{0} a vu {1} avec {2} et {3} a appelé {4} depuis {5}"),
  JA(
      new String[] {"{B} が大好きです。 とても素晴らしくて幸せです"},
      new String[] {"{B} は最悪です。 本当にがっかりしました"},
      new String[] {"明日 {B} に行く予定です。"},
      "{0} と {1} は {2} で {3} と {4} に {5} から 会った"),
  AR(
      new String[] {"أحب {B} كثيرا وأنا سعيد جدا بهذه التجربة الرائعة"},
      new String[] {"أكره {B} كثيرا وهذه أسوأ تجربة في حياتي"},
      new String[] {"سأذهب غدا إلى {B} ثم أعود إلى البيت"},
      "رأى {0} صديقه {1} مع {2} واتصل {3} ثم {4} من {5}");

  static final ForeignPhrases[] ALL = values();

  private final String[] glad;
  private final String[] sad;
  private final String[] plain;
  final String frame;

  ForeignPhrases(String[] glad, String[] sad, String[] plain, String frame) {
    this.glad = glad;
    this.sad = sad;
    this.plain = plain;
    this.frame = frame;
  }

  String pick(Polarity polarity, SeededRandom random) {
    return switch (polarity) {
      case POSITIVE -> random.pick(glad);
      case NEGATIVE -> random.pick(sad);
      case NEUTRAL -> random.pick(plain);
    };
  }
}
