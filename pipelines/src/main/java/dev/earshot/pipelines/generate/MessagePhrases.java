package dev.earshot.pipelines.generate;

/** What is said in direct messages, all in English. */
final class MessagePhrases {
  private MessagePhrases() {}

  /** What a person writes for. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Kind {
    COMPLIMENT(
        "I love my new {P}, you are amazing, best purchase of the year!",
        "Your team was wonderful today, I am so happy with the {P}.",
        "What a fantastic {P}, absolutely brilliant work, well done!"),
    TECHNICAL_ISSUE(
        "The app crashes every time I open the page of the {P}.",
        "I cannot log in, the site shows error 500 since this morning.",
        "The checkout is broken, the app froze when I paid for the {P}."),
    QUESTION(
        "Hello, do you have the {P} in blue?",
        "What time do you open on Sunday?",
        "Is it possible to collect the {P} in town?"),
    COMPLAINT(
        "I am furious, the {P} came broken and nobody answers me. Terrible.",
        "This is the worst experience I ever had, the {P} is awful.",
        "Very disappointed, you sent the wrong {P} for the second time."),
    ORDER(
        "I would like to order two of the {P}, please.",
        "Please place an order for one {P} and send it to my home address.",
        "I want to buy the {P}, please reserve one for me.");

    static final Kind[] ALL = values();

    private final String[] texts;

    Kind(String... texts) {
      this.texts = texts;
    }

    String pick(SeededRandom random) {
      String product = random.pick(EnglishPhrases.PRODUCTS);
      return random.pick(texts).replace("{P}", product);
    }
  }

  static final String[] AUTOMATED = {
    "This is an automatic reply. We have received your message.",
    "Thank you for writing to us. A colleague will answer soon. (automatic reply)",
  };

  static final String[] ANSWERS = {
    "Hello, Ana here. I have looked into it and written to you by mail.",
    "Hi, this is Tom. Could you tell me your customer number?",
    "Good day, Mira speaking. That has been arranged for you.",
  };
}
