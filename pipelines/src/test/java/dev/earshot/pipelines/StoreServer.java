package dev.earshot.pipelines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server on this machine that speaks as an object store does, with one bucket. */
public interface StoreServer {
  /** The name of the bucket. */
  String BUCKET = "earshot";

  /** How locations of the store begin: {@code s3}. */
  String scheme();

  /** What a user says behind {@code --} to be sent here. */
  String[] options();

  /** Uploads the files below a folder, each under the prefix and its path. */
  void upload(Path folder, String prefix) throws IOException;

  /** Downloads the objects below a prefix, as somebody with the store's own tools would. */
  void download(String prefix, Path folder) throws IOException;

  /** The names of all objects below a prefix, sorted. */
  List<String> keys(String prefix) throws IOException;

  /** A version that no object has. */
  String absentVersion();

  /** Ends the server. */
  void stop() throws InterruptedException;
}
