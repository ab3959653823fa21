package dev.earshot.models.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads profiles from records of other tools: the names of the same feature there, damaged numbers
 * and truth values as spreadsheets write them.
 */
public final class ProfileFields {
  @SuppressWarnings("ImmutableEnumChecker")
  private enum Field {
    FOLLOWERS("followerscount", "userfollowercount", "followercount", "followers", "numfollowers"),
    FRIENDS(
        "friendscount",
        "userfollowingcount",
        "followingcount",
        "following",
        "friends",
        "followscount",
        "numfollowing"),
    POSTS(
        "statusescount",
        "usermediacount",
        "mediacount",
        "postscount",
        "postcount",
        "tweetcount",
        "posts",
        "numposts"),
    LIKES("favouritescount", "favoritescount", "likecount", "likescount"),
    LISTS("listedcount", "listcount"),
    PICTURE("userhasprofilpic", "userhasprofilepic", "hasprofilepic", "haspicture", "profilepic"),
    NO_PICTURE("defaultprofileimage"),
    DESCRIPTION("description", "biography", "bio"),
    DESCRIPTION_LENGTH("userbiographylength", "biographylength", "descriptionlength"),
    LOCATION("location"),
    ADDRESS("url", "externalurl", "website"),
    NAME("name", "fullname", "displayname"),
    USER_NAME("screenname", "username", "handle");

    private final List<String> names;

    Field(String... names) {
      this.names = List.of(names);
    }
  }

  private static final List<String> EMPTY = List.of("", "null", "nan", "none", "[]");

  private final Map<Field, String> columns;

  private ProfileFields(Map<Field, String> columns) {
    this.columns = columns;
  }

  /**
   * The fields among some columns. Case, blanks and punctuation in names do not matter; columns
   * that nothing is known of are passed over.
   */
  public static ProfileFields among(Iterable<String> columnNames) {
    Map<Field, String> columns = new HashMap<>();
    for (String column : columnNames) {
      String name = normalised(column);
      for (Field field : Field.values()) {
        if (field.names.contains(name)) {
          columns.putIfAbsent(field, column);
        }
      }
    }
    return new ProfileFields(columns);
  }

  /** Whether no column is known. */
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  /** The columns that are read. */
  public List<String> columns() {
    return columns.values().stream().sorted().toList();
  }

  /**
   * The profile of a record.
   *
   * @param cells a column's value in the record, or null
   */
  public AccountFeatures read(Function<String, @Nullable String> cells) {
    String description = text(cells, Field.DESCRIPTION);
    Boolean hasDescription = has(cells, Field.DESCRIPTION);
    if (hasDescription == null) {
      Long length = number(cells, Field.DESCRIPTION_LENGTH);
      hasDescription = length == null ? null : Boolean.valueOf(length > 0);
    }
    Boolean hasPicture = truth(cells, Field.PICTURE);
    if (hasPicture == null) {
      Boolean hasNone = truth(cells, Field.NO_PICTURE);
      hasPicture = hasNone == null ? null : Boolean.valueOf(!hasNone);
    }
    return new AccountFeatures(
        number(cells, Field.FOLLOWERS),
        number(cells, Field.FRIENDS),
        number(cells, Field.POSTS),
        number(cells, Field.LIKES),
        number(cells, Field.LISTS),
        hasPicture,
        hasDescription,
        has(cells, Field.LOCATION),
        has(cells, Field.ADDRESS),
        BotWords.isIn(description)
            || BotWords.isIn(text(cells, Field.NAME))
            || BotWords.isIn(text(cells, Field.USER_NAME)));
  }

  private @Nullable String cell(Function<String, @Nullable String> cells, Field field) {
    String column = columns.get(field);
    return column == null ? null : cells.apply(column);
  }

  /** The value without the quotes of another tool; empty where there is none. */
  private String text(Function<String, @Nullable String> cells, Field field) {
    String cell = cell(cells, field);
    if (cell == null) {
      return "";
    }
    String text = cell.strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return EMPTY.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
  }

  /** Whether the column has a value here; null where there is no such column. */
  private @Nullable Boolean has(Function<String, @Nullable String> cells, Field field) {
    return columns.containsKey(field) ? Boolean.valueOf(!text(cells, field).isEmpty()) : null;
  }

  /** An empty cell of a truth value is false: so exports write it. */
  private @Nullable Boolean truth(Function<String, @Nullable String> cells, Field field) {
    if (!columns.containsKey(field)) {
      return null;
    }
    return switch (text(cells, field).toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "true", "yes", "t", "y" -> true;
      default -> false;
    };
  }

  private @Nullable Long number(Function<String, @Nullable String> cells, Field field) {
    String text = text(cells, field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return number >= 0 && number < 1e15 ? Long.valueOf((long) number) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String normalised(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}
