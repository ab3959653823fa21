package dev.earshot.pipelines.cli;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.InputArgument;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.jspecify.annotations.Nullable;

/** Finds the input files that the arguments name and recognises what they hold. */
final class InputFiles {
  private static final String NONE = "-";

  /** A part of a path that a system or an engine has put beside the data. */
  private static final Pattern HIDDEN = Pattern.compile("(^|/)[._]");

  private final BrandBook brands;
  private final Map<RecordKind, List<Mapping>> mappings;
  private final @Nullable String unwrap;
  private final Map<String, Recognised> filesByNameAndKind = new TreeMap<>();
  private final ExportOwners owners = new ExportOwners();
  private final SiblingDigests siblings = new SiblingDigests();
  private int unknownCount;

  /**
   * @param unwrap where in each line its record stands, or null where the content tells
   */
  InputFiles(BrandBook brands, Map<RecordKind, List<Mapping>> mappings, @Nullable String unwrap) {
    this.brands = brands;
    this.mappings = mappings;
    this.unwrap = unwrap;
  }

  /**
   * A file and what tells its content from another.
   *
   * @param headSha256 digest of the file's first bytes, and of what is read beside it
   * @param modifiedMillis when it was last written; 0 where it lies on no disk of this machine
   * @param content of its first bytes decompressed, for {@link DuplicateFiles}
   * @param isNamed whether an argument names it, and not only the folder that it is in
   */
  record Recognised(
      SourceFile source,
      String headSha256,
      long modifiedMillis,
      DuplicateFiles.Content content,
      boolean isNamed) {

    /** The same file as another source. */
    Recognised as(SourceFile other) {
      return new Recognised(other, headSha256, modifiedMillis, content, isNamed);
    }
  }

  void add(List<String> arguments, RecordKind kind) throws IOException {
    for (String argument : arguments) {
      if (!argument.equals(NONE)) {
        add(parse(argument, kind), kind);
      }
    }
  }

  /** An export may hold several kinds, and is then read once for each. */
  private static String key(String name, RecordKind kind) {
    return name + "\0" + kind.code();
  }

  private InputArgument parse(String argument, RecordKind kind) {
    try {
      InputArgument input = InputArgument.parse(argument);
      if (!kind.isOfOneBrand()) {
        return input;
      }
      InputArgument branded = input.withBrand();
      if (branded.brandId() != null && brands.brand(branded.brandId()) == null) {
        throw new UserException(
            ExitCode.USAGE,
            String.format(
                Locale.ROOT,
                "%s: no brand %s in the brand file; it has %s (write ./%s for a path)",
                argument,
                branded.brandId(),
                String.join(", ", brands.brands().stream().map(Brand::id).sorted().toList()),
                input.pattern()));
      }
      return branded;
    } catch (UnknownFormatException e) {
      throw new UserException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private void add(InputArgument argument, RecordKind kind) throws IOException {
    String pattern = argument.pattern();
    if (LocalFiles.isFolder(pattern)) {
      addFolder(argument, kind);
      return;
    }
    for (FoundFile match : match(pattern)) {
      String name = name(match.location(), pattern);
      if (match.problem() != null) {
        throw new UserException(ExitCode.NO_INPUT, Shown.text(name) + ": " + match.problem());
      }
      Recognised file = recognise(name, match, argument, kind);
      Recognised known = filesByNameAndKind.put(key(name, kind), file);
      if (known != null && !known.equals(file)) {
        throw new UserException(
            ExitCode.USAGE,
            Shown.text(name) + ": is named twice, as different formats or of different brands");
      }
    }
  }

  /** Adds the files of a folder that hold records of this kind, and tells of the others. */
  private void addFolder(InputArgument argument, RecordKind kind) throws IOException {
    String pattern = argument.pattern();
    FolderReport report = new FolderReport(pattern, kind);
    LocalFiles.in(pattern).parallelStream()
        .forEach(match -> addFromFolder(match, argument, kind, report));
    unknownCount += report.tell();
  }

  private void addFromFolder(
      FoundFile match, InputArgument argument, RecordKind kind, FolderReport report) {
    String name = name(match.location(), argument.pattern());
    if (isHidden(LocalFiles.absolute(argument.pattern()), match)) {
      report.isHidden();
      return;
    }
    if (match.problem() != null) {
      report.isFaulty(name, match.problem());
      return;
    }
    try {
      FileHead head = head(match);
      if (head.isMedia()) {
        report.isMedia();
        return;
      }
      if (argument.format() == null && head.isProse(isTableExpected(kind))) {
        report.isText(name);
        return;
      }
      Format format =
          argument.format() == null ? format(name, head, kind).orElse(null) : argument.format();
      if (format == null && head.isUnreadable()) {
        report.isDamaged(name);
        format = Format.jsonLines(kind);
      }
      if (format == null) {
        report.isEmpty();
      } else if (format.kind() != kind) {
        report.isOf(format);
      } else if (format.needsMapping() && !mappings.containsKey(format.kind())) {
        report.isUnknown(name, format.code() + " needs --mapping FILE");
      } else {
        report.isRead(format);
        Recognised file = recognised(name, match, argument, format, head);
        synchronized (filesByNameAndKind) {
          filesByNameAndKind.put(key(name, kind), file);
        }
      }
    } catch (UnknownFormatException e) {
      report.isUnknown(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      report.isFaulty(name, Messages.of(e));
    }
  }

  /** As Hadoop has it: what a system or an engine puts beside the data begins so. */
  private static boolean isHidden(Path folder, FoundFile match) {
    return HIDDEN.matcher(match.location().substring(folder.toString().length())).find();
  }

  /** Web logs have no header. */
  private boolean isTableExpected(RecordKind kind) {
    return kind == RecordKind.WEB_LOGS || mappings.containsKey(kind);
  }

  private static List<FoundFile> match(String pattern) throws IOException {
    try {
      return LocalFiles.areNamedBy(pattern)
          ? LocalFiles.match(pattern)
          : FileSystems.match(pattern, EmptyMatchTreatment.DISALLOW).metadata().stream()
              .filter(match -> !match.resourceId().isDirectory())
              .map(
                  match -> new FoundFile(match.resourceId().toString(), match.sizeBytes(), 0, null))
              .toList();
    } catch (IllegalArgumentException e) {
      throw new UserException(
          ExitCode.USAGE, pattern + ": " + e.getMessage() + "; formats are " + Format.codes());
    } catch (FileNotFoundException e) {
      int colon = pattern.indexOf(':');
      boolean isStore = pattern.startsWith("://", colon);
      throw colon > 0 && !isStore && pattern.lastIndexOf('/', colon) < 0
          ? new UserException(
              ExitCode.USAGE,
              Shown.text(pattern)
                  + ": no such file, and no format "
                  + Shown.text(pattern.substring(0, colon))
                  + "; formats are "
                  + Format.codes())
          : new UserException(ExitCode.NO_INPUT, Shown.text(pattern) + ": no such file");
    }
  }

  /** All make the same format of a table. */
  private @Nullable Mapping anyMapping(RecordKind kind) {
    List<Mapping> ofKind = mappings.getOrDefault(kind, List.of());
    return ofKind.isEmpty() ? null : ofKind.get(0);
  }

  private Optional<Format> format(String name, FileHead head, RecordKind kind) {
    return kind == RecordKind.WEB_LOGS
        ? head.webLogFormat()
        : head.format(anyMapping(kind), kind, name);
  }

  private Recognised recognise(
      String name, FoundFile match, InputArgument argument, RecordKind kind) throws IOException {
    FileHead head = head(match);
    Format stated = argument.format();
    Format format = stated == null ? sniff(name, head, kind) : stated;
    if (format.needsMapping() && !mappings.containsKey(format.kind())) {
      throw new UserException(
          ExitCode.USAGE, Shown.text(name) + ": " + format.code() + " needs --mapping FILE");
    }
    if (format.kind() != kind) {
      throw new UserException(
          ExitCode.USAGE,
          Shown.text(name)
              + ": holds "
              + format.kind().code()
              + ", but was given with --"
              + kind.code()
              + "; where a folder is given instead of its files, those of other kinds are passed over");
    }
    return recognised(name, match, argument, format, head);
  }

  private FileHead head(FoundFile match) throws IOException {
    try (ReadableByteChannel channel = FileSystems.open(match.resource())) {
      return FileHead.read(channel, ReadLimits.DEFAULT, unwrap);
    }
  }

  private Recognised recognised(
      String name, FoundFile match, InputArgument argument, Format format, FileHead head)
      throws IOException {
    SourceFile source =
        new SourceFile(
            0,
            name,
            match.location(),
            format,
            head.compression(),
            match.sizeBytes(),
            brandId(name, argument, format),
            owners.of(match.resource(), format),
            null,
            head.envelope());
    return new Recognised(
        source,
        head.sha256() + siblings.of(match.resource(), format),
        match.modifiedMillis(),
        DuplicateFiles.Content.of(head),
        !LocalFiles.isFolder(argument.pattern()));
  }

  /** The brand of records that name none: the stated one, or the only one. */
  private @Nullable String brandId(String name, InputArgument argument, Format format) {
    if (!format.kind().isOfOneBrand()) {
      return null;
    }
    if (argument.brandId() == null && brands.brands().size() == 1) {
      return brands.brands().get(0).id();
    }
    List<Mapping> ofKind =
        format.needsMapping() ? mappings.getOrDefault(format.kind(), List.of()) : List.of();
    if (argument.brandId() == null && !ofKind.stream().allMatch(Mapping::namesBrand)) {
      throw new UserException(
          ExitCode.USAGE,
          String.format(
              Locale.ROOT,
              "%s: whose is it? The brand file has several brands; write --%s BRAND=%s, or map"
                  + " brand_id",
              name,
              format.kind().code(),
              argument.pattern()));
    }
    return argument.brandId();
  }

  /** An empty file is read as whatever it was given as: it has no record either way. */
  private Format sniff(String name, FileHead head, RecordKind kind) {
    try {
      return format(name, head, kind).orElse(Format.jsonLines(kind));
    } catch (UnknownFormatException e) {
      throw new UserException(ExitCode.DATA, Shown.text(name) + ": " + e.getMessage());
    }
  }

  /** The name in tables: as the user would write it, so that it does not depend on the machine. */
  private static String name(String location, String pattern) {
    if (!LocalFiles.areNamedBy(pattern) || LocalFiles.path(pattern).isAbsolute()) {
      return location;
    }
    String here = Path.of("").toAbsolutePath() + "/";
    return location.startsWith(here)
        ? location.substring(here.length())
        : Path.of(here).relativize(Path.of(location)).toString();
  }

  /** How many files of folders are of unknown content and not read. */
  int unknownCount() {
    return unknownCount;
  }

  /**
   * The files by name, each with its place in that order; those that hold what an earlier one does
   * are told and name it.
   */
  List<Recognised> sorted() throws IOException {
    List<Recognised> all = new ArrayList<>();
    for (Recognised file : DuplicateFiles.marked(List.copyOf(filesByNameAndKind.values()))) {
      all.add(file.as(file.source().at(all.size())));
    }
    return all;
  }
}
