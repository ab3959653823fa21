package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.Envelope;
import dev.earshot.pipelines.sources.json.EnvelopeChannel;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * One input file, recognised and ready to read.
 *
 * @param index its place in the list of sources; orders versions of the same record
 * @param name the name in tables and messages
 * @param location what Beam's file systems open
 * @param format how it is read
 * @param compression told from its content
 * @param bytes its size
 * @param brandId the brand of its records that name none, or null where each must or may not
 * @param owner the account that an export belongs to, where the file itself does not say
 * @param duplicateOf the name of the file that holds the same and is read in its place, or null
 * @param envelope where in each line its record stands, as {@code record/data}, or null where a
 *     line is a record
 */
public record SourceFile(
    int index,
    String name,
    String location,
    Format format,
    Compression compression,
    long bytes,
    @Nullable String brandId,
    @Nullable ExportOwner owner,
    @Nullable String duplicateOf,
    @Nullable String envelope) {

  private static final int LONGEST_EXTENSION = 5;

  /** A file that needs no owner. */
  public SourceFile(
      int index, String name, String location, Format format, Compression compression, long bytes) {
    this(index, name, location, format, compression, bytes, null, null, null, null);
  }

  /** The same file at another place in the list of sources. */
  public SourceFile at(int place) {
    return new SourceFile(
        place, name, location, format, compression, bytes, brandId, owner, duplicateOf, envelope);
  }

  /** The same file as one that holds what another does. */
  public SourceFile asDuplicateOf(String other) {
    return new SourceFile(
        index, name, location, format, compression, bytes, brandId, owner, other, envelope);
  }

  /** Whether it is read: of files that hold the same one is. */
  public boolean isRead() {
    return duplicateOf == null;
  }

  /**
   * This file under the name that tables may have: {@code whatsapp-export-3f2b8c0d9e5a7164.txt}
   * rather than the name of a person.
   */
  public SourceFile withPublicName(Pseudonyms pseudonyms) {
    if (!format.isNamedAfterPeople()) {
      return this;
    }
    return new SourceFile(
        index,
        publicName(name, pseudonyms),
        location,
        format,
        compression,
        bytes,
        brandId,
        owner,
        duplicateOf == null ? null : publicName(duplicateOf, pseudonyms),
        envelope);
  }

  private String publicName(String file, Pseudonyms pseudonyms) {
    int dot = file.lastIndexOf('.');
    String extension = dot > file.lastIndexOf('/') ? file.substring(dot) : "";
    boolean isUsual = extension.length() <= LONGEST_EXTENSION;
    return format.code() + "-" + pseudonyms.ofFile(file) + (isUsual ? extension : "");
  }

  /** What is read, from what the file holds when it is decompressed. */
  public ReadableByteChannel unwrapped(ReadableByteChannel decompressed, ReadLimits limits) {
    return envelope == null
        ? decompressed
        : new EnvelopeChannel(decompressed, Envelope.at(envelope), limits.maxRecordBytes());
  }

  /** Whether ranges of it can be read apart. */
  public boolean isSplittable() {
    return compression == Compression.NONE && format.isSplittable() && envelope == null;
  }
}
