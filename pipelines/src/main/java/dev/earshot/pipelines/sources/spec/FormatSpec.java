package dev.earshot.pipelines.sources.spec;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.json.DocumentShape;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Declaration of one input format: its manual entry, what marks its files, and what reads them. It
 * stands in the package of its platform; {@code recognise.Formats} lists all.
 *
 * @param <T> a record of its files
 */
public final class FormatSpec<T> {
  private final Format format;
  private final Class<T> recordType;
  private final FormatGuide guide;
  private final Marks marks;
  private final @Nullable TieBreak tieBreak;
  private final @Nullable OwnerFile ownerFile;
  private final @Nullable String sibling;
  private final Function<SourceContext, Source<T>> opener;

  private FormatSpec(Builder<T> builder, Function<SourceContext, Source<T>> opener) {
    this.format = builder.format;
    this.recordType = builder.recordType;
    this.guide = Objects.requireNonNull(builder.guide, "a format needs a guide");
    this.marks = builder.marks;
    this.tieBreak = builder.tieBreak;
    this.ownerFile = builder.ownerFile;
    this.sibling = builder.sibling;
    this.opener = opener;
  }

  /** Begins the declaration of a format. */
  public static <T> Builder<T> of(Format format, Class<T> recordType) {
    return new Builder<>(format, recordType);
  }

  public Format format() {
    return format;
  }

  /** The class of its records. */
  public Class<T> recordType() {
    return recordType;
  }

  /** Its part of the page of formats, in Markdown. */
  public String section() {
    return guide.section(format);
  }

  /** Whether a JSON file looks like one of this format. */
  public boolean marks(DocumentShape shape) {
    return marks.shape.test(shape);
  }

  /** Whether the first lines of a text file are of this format. */
  public boolean marksLines(byte[] head, int length) {
    return marks.lines.test(head, length);
  }

  /** Whether a line is the header of a table of this format. */
  public boolean marksHeader(String line) {
    return marks.header.test(line);
  }

  /** What decides between this format and others whose files look the same, if anything can. */
  public @Nullable TieBreak tieBreak() {
    return tieBreak;
  }

  /** The file that says whose export a file of this format is part of, if there is such a file. */
  public @Nullable OwnerFile ownerFile() {
    return ownerFile;
  }

  /** The name of the file of the same folder that a record may need too, if there is one. */
  public @Nullable String sibling() {
    return sibling;
  }

  /** What reads a file. */
  public Source<T> open(SourceContext context) {
    return opener.apply(context);
  }

  /** Tells the first lines of a text file. */
  @FunctionalInterface
  public interface LinesMark {
    /**
     * Whether they are of the format.
     *
     * @param head the beginning of the file, maybe with a byte order mark
     * @param length how much of the array there is
     */
    boolean test(byte[] head, int length);
  }

  /** What tells a format by its content; a format that nothing marks must be stated or mapped. */
  private record Marks(Predicate<DocumentShape> shape, LinesMark lines, Predicate<String> header) {
    static final Marks NONE = new Marks(shape -> false, (head, length) -> false, line -> false);
  }

  /** A declaration that is being made. */
  public static final class Builder<T> {
    private final Format format;
    private final Class<T> recordType;
    private @Nullable FormatGuide guide;
    private Marks marks = Marks.NONE;
    private @Nullable TieBreak tieBreak;
    private @Nullable OwnerFile ownerFile;
    private @Nullable String sibling;

    private Builder(Format format, Class<T> recordType) {
      this.format = format;
      this.recordType = recordType;
    }

    /** The manual entry: see {@link FormatGuide}. */
    public Builder<T> guide(String platform, String example, String origin, String missing) {
      guide = new FormatGuide(platform, example, origin, missing);
      return this;
    }

    /** What only its JSON has. */
    public Builder<T> markedBy(Predicate<DocumentShape> mark) {
      marks = new Marks(mark, marks.lines, marks.header);
      return this;
    }

    /** What only its text has, which is no JSON and no table. */
    public Builder<T> markedByLines(LinesMark mark) {
      marks = new Marks(marks.shape, mark, marks.header);
      return this;
    }

    /** What only the header of its tables has; a mapping of the user's goes before. */
    public Builder<T> markedByHeader(Predicate<String> mark) {
      marks = new Marks(marks.shape, marks.lines, mark);
      return this;
    }

    public Builder<T> toldApartBy(TieBreak choice) {
      tieBreak = choice;
      return this;
    }

    public Builder<T> ownerIn(OwnerFile file) {
      ownerFile = file;
      return this;
    }

    /** What else is read for its records, see {@link Siblings}. */
    public Builder<T> beside(String name) {
      sibling = name;
      return this;
    }

    /** Ends the declaration with what opens a file. */
    public FormatSpec<T> read(Function<SourceContext, Source<T>> opener) {
      return new FormatSpec<>(this, opener);
    }
  }
}
