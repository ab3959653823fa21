package dev.earshot.pipelines.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the brands' sites whose links were posted: the first of each brand, no more. */
final class PostedPages {
  /** So many pages of a brand are announced; later posts have no link. */
  static final int MOST = 20;

  private final List<List<Page>> pages = new ArrayList<>();

  /**
   * A page and when its link was posted.
   *
   * @param path of the page
   * @param postedAt UTC seconds since the epoch, in no order
   */
  record Page(String path, List<Long> postedAt) {
    /** The address as posts have it, with a space before it. */
    String link(FictionalBrand brand) {
      return " https://www." + brand.domain() + path;
    }
  }

  PostedPages(int brands) {
    for (int brand = 0; brand < brands; brand++) {
      pages.add(new ArrayList<>());
    }
  }

  /** A page that nobody posted yet, or null where there are enough. */
  @Nullable Page next(FictionalBrand brand) {
    List<Page> known = pages.get(brand.index());
    if (known.size() == MOST) {
      return null;
    }
    Page page = new Page("/news/" + (known.size() + 1), new ArrayList<>());
    known.add(page);
    return page;
  }

  List<Page> of(FictionalBrand brand) {
    return pages.get(brand.index());
  }
}
