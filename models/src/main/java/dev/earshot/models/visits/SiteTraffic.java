package dev.earshot.models.visits;

/**
 * Hits of a whole site by kind: tells whether its log can show what browsers fetch for a page.
 *
 * @param pageCount pages
 * @param assetCount styles, scripts, images
 * @param formCount forms that were sent
 */
public record SiteTraffic(long pageCount, long assetCount, long formCount) {
  private static final int MOST_FORMS_PERCENT = 10;

  /** The sum of two. */
  public SiteTraffic plus(SiteTraffic other) {
    return new SiteTraffic(
        pageCount + other.pageCount, assetCount + other.assetCount, formCount + other.formCount);
  }

  /**
   * Whether a person's visit must show assets. Not where the log of an ordinary site has none at
   * all: they come from another host then, or the log holds events of pages only. A log without any
   * in which more than a tenth are forms is no ordinary site's: nobody but programs was there.
   */
  public boolean mustShowAssets() {
    return assetCount > 0 || formCount * 100 > (pageCount + formCount) * MOST_FORMS_PERCENT;
  }
}
