package dev.earshot.pipelines.query;

/** The engine refuses a query; its words are for the one who wrote it. */
public final class QueryException extends Exception {
  QueryException(String message) {
    super(message);
  }
}
