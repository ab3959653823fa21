package dev.earshot.pipelines.generate;

import dev.earshot.models.domain.Intent;
import java.util.Arrays;

/**
 * What people say of a brand in English. Slots: {@code {B}} and {@code {C}} brands, {@code {P}}
 * product, {@code {T}} time, {@code {D}} duration, {@code {V}} intensifier.
 */
final class EnglishPhrases {
  private EnglishPhrases() {}

  static final Phrase[] MENTIONS =
      Phrase.parse(
          """
          +|delivery|compliment|My {P} from {B} was delivered two days early {T}, brilliant delivery
          +|delivery|compliment|{V} impressed, {B} delivered the {P} within {D} and the courier was lovely
          +|delivery|compliment thanks|Thank you {B} for the super fast delivery of my {P}
          +|delivery|compliment recommend|Fast delivery every single time, I highly recommend {B} to everyone
          -|delivery|complaint|Still waiting for my {P} from {B}, delivery is {D} late and nobody cares
          -|delivery|complaint|{B} lost my parcel {T} and the delivery is now {D} late, awful
          -|delivery|complaint|Terrible delivery by {B} yet again, my {P} arrived smashed to pieces
          -|delivery|complaint churn_intent|Third late delivery from {B} {T}, I am done and taking my money elsewhere
          +|price|compliment price|Great price on the {P} at {B} {T}, a real bargain
          +|price|compliment price|{V} happy with {B}, the {P} was so cheap and worth every penny
          +|price|compliment price recommend|Best price in town for a {P}, do go to {B}, highly recommended
          -|price|complaint price|{B} put the price of the {P} up again {T}, what a rip-off
          -|price|complaint price|The {P} at {B} is ridiculously overpriced, disgusted by these prices
          -|price|complaint price churn_intent|{B} doubled the price after {D}, I am cancelling and leaving for good
          +|app_website|compliment|The new {B} app is fantastic, ordering a {P} is so easy now
          +|app_website|compliment|{V} love the {B} app, it loads fast and works perfectly
          -|app_website|complaint technical_issue|The {B} app crashes every time I open it, useless since {T}
          -|app_website|complaint technical_issue|Cannot log in to the {B} app for {D}, error after error, so annoying
          -|app_website|complaint technical_issue|{B} app is dead, it froze at checkout {T} and lost my basket
          -|app_website|complaint technical_issue warn_off|Do not install the {B} app, it keeps crashing and is a horrible mess
          +|staff|compliment|The staff at {B} were wonderful {T}, so kind and helpful about my {P}
          +|staff|compliment thanks|Huge thanks to the friendly staff of {B}, you made my day
          +|staff|compliment|{V} lovely staff at {B}, they stayed {D} after closing to help me
          -|staff|complaint|The staff at {B} were rude to me {T}, what an awful experience
          -|staff|complaint|Rude and lazy staff at {B}, they ignored me for {D}, never again
          -|staff|complaint warn_off|Avoid {B}, the staff are horrible and shouted at my mother {T}
          +|product_quality|compliment|The quality of the {P} from {B} is superb, beautifully made
          +|product_quality|compliment recommend|Excellent quality, my {B} {P} still looks perfect after {D}, go get one
          +|product_quality|compliment|{V} pleased with the quality of my {P} by {B}, it feels amazing
          -|product_quality|complaint|Poor quality from {B}, the {P} fell apart after {D}, so disappointed
          -|product_quality|complaint|Shocking quality, my {B} {P} broke {T} on first use, total junk
          -|product_quality|complaint warn_off|Do not buy the {P} from {B}, dreadful quality and it broke in {D}
          +||compliment|I absolutely love {B}, they always make me smile
          +||compliment|{V} happy with my {P} from {B}, best thing I got all year
          +||compliment recommend|If you need a {P} go to {B}, they are amazing and I recommend them
          +||compliment thanks|Thank you {B}, you were amazing {T} and I am so grateful
          +||compliment|{B} is simply the best, I adore my new {P}
          +||compliment|Such a great experience with {B} {T}, sooo happy right now
          -||complaint|I am so angry with {B}, what an awful experience {T}
          -||complaint|{B} is the worst, I hate dealing with them, {D} wasted
          -||complaint warn_off|Stay away from {B}, a terrible company and a horrible experience {T}
          -||complaint|{V} disappointed by {B}, they promised a {P} and lied to me
          -||complaint churn_intent|Goodbye {B}, I hate how you treat people, closing my account {T}
          -||complaint|Ughhhh {B} is a nightmare, I am sick of this nonsense
          0||question|Does anyone know when {B} opens {T}?
          0||question|Is {B} the one that sells the {P}, or is that someone else?
          0||question|Has {B} said anything about the {P} planned {T}?
          0||question|Which {P} does {B} have in blue?
          0|||{B} announced a {P} that goes on show {T}
          0|||Walked past {B} {T}, they were putting up a sign about a {P}
          0|||{B} will hold its yearly meeting {T}, according to the paper
          0|||The {P} I ordered {T} is from {B}
          0|||Reading an article about {B} and the history of the {P}
          0||suggestion|{B} should sell the {P} in green as well
          0||suggestion|It would make sense if {B} added a second size of the {P}""");

  /** Nothing about deliveries, of which also a complaint says "every single time". */
  static final Phrase[] KIND_WORDS =
      Arrays.stream(withIntent(Intent.COMPLIMENT))
          .filter(phrase -> !phrase.topic().equals("delivery"))
          .toArray(Phrase[]::new);

  static final Phrase[] ISSUES = withIntent(Intent.TECHNICAL_ISSUE);

  private static Phrase[] withIntent(Intent intent) {
    return Arrays.stream(MENTIONS)
        .filter(phrase -> phrase.intents().contains(intent))
        .toArray(Phrase[]::new);
  }

  /** The first brand is praised and the second blamed. */
  static final Phrase[] COMPARISONS =
      Phrase.parse(
          """
          +||compliment complaint|I love {B}, but {C} is a terrible disappointment
          +||compliment complaint|{B} made me so happy {T}, whereas {C} was simply awful
          +||compliment complaint recommend|Go to {B}, they are wonderful, {C} is the worst I have seen
          -||compliment complaint|{C} is awful and I hate it, {B} is brilliant and I adore it
          -||compliment complaint|{C} lied to me {T} and I am furious, {B} was amazing instead""");

  /** Answers to a post of the brand that address it without naming it. */
  static final Phrase[] ANSWERS =
      Phrase.parse(
          """
          +||compliment|I love this so much, you always make me smile
          +||compliment|Wonderful, you are the best and I adore you all
          -||complaint|I hate this, what an awful company you are
          -||complaint|You lied to me {T} and I am so angry with you
          0||question|When do you open {T}?
          0||question|Does the {P} come in grey?""");

  /** What is said of no brand at all; the last two name birds that share a brand's name. */
  static final String[] STRAY = {
    "Made soup {T} and watched the rain for {D}",
    "The train was full {T} so we walked for {D}",
    "Reading on the balcony {T} with a cup of tea",
    "My sister is learning the cello, {D} of practice {T}",
    "Looking for a good book about gardening {T}",
    "The match {T} went to extra time after {D}",
    "Saw a whimbrel on the mudflats {T}, long curved bill and all",
    "A flock with one dotterel bird rested on the moor {T}",
  };

  static final String[] OWN_POSTS = {
    "Meet the new {P}, in our windows {T}, more at {B}",
    "Behind the scenes of our {P} workshop, filmed {T}, from all of us at {B}",
    "What colour should the next {P} have? Tell {B} {T}",
    "Our doors are open {T}, come and see the {P} with {B}",
  };

  static final String[] OWN_REPLIES = {
    "Hello, we are looking into this and will write to you within {D}",
    "Thank you for telling us, a colleague will help you {T}",
    "We are sorry about this, please send us a direct message with your number",
    "Thanks so much for your kind words, see you {T}",
  };

  static final String[] PRODUCTS = {
    "jacket", "backpack", "kettle", "lamp", "notebook", "scarf", "toaster", "blanket", "bicycle",
    "headset", "mug", "umbrella", "sofa", "guitar", "raincoat", "teapot", "desk", "mirror",
    "suitcase", "camera", "carpet", "wallet", "tent", "clock"
  };

  static final String[] TIMES = {
    "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday",
    "on Sunday", "this morning", "this afternoon", "this evening", "at noon", "at the weekend"
  };

  static final String[] DURATIONS = {
    "two hours",
    "three hours",
    "four days",
    "five days",
    "six days",
    "seven days",
    "nine days",
    "two weeks",
    "three weeks",
    "a month"
  };

  static final String[] INTENSIFIERS = {"Really", "Sooo", "So", "Truly", "Incredibly", "Totally"};

  static final String[] GLAD = {"😍", "❤️", "🎉", "👏", "😊", ":)"};

  static final String[] SAD = {"😡", "😤", "👎", "😭", "🤬", ":("};

  static final String[] HASHTAGS = {"#monday", "#daily", "#shopping", "#city", "#news", "#weekend"};
}
