package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.SourceCoverageDailyRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page about one brand: one HTML file without scripts, whose policy allows nothing but its own
 * style and images within it. The same tables give the same bytes.
 */
public final class BrandReport {
  private static final List<Section> SECTIONS =
      List.of(
          HeadSection::write,
          MinuteSection::write,
          ReputationSection::write,
          BrandsSection::write,
          TopicsSection::write,
          AlertsSection::write,
          AnswersSection::write,
          VisitsSection::write,
          OwnPostsSection::write,
          MethodSection::write);

  /** Writes a part of the page, or nothing where the tables have nothing for it. */
  private interface Section {
    void write(Page page, ReportTables tables, ReportRequest request) throws QueryException;
  }

  private final ReportTables tables;

  private BrandReport(ReportTables tables) {
    this.tables = tables;
  }

  /** Of the tables of a folder. */
  public static BrandReport of(TableFolder folder, TableDatabase database) {
    return new BrandReport(new ReportTables(folder, database));
  }

  /** The brands that have rows. */
  public List<String> brands() throws QueryException {
    return tables.brands();
  }

  /** The 28 days that end with the last day of a brand in the tables; null where it has none. */
  public @Nullable ReportPeriod usualPeriod(String brand) throws QueryException {
    for (Class<? extends Record> table :
        List.of(BrandReputationDailyRow.class, SourceCoverageDailyRow.class)) {
      ReadCells last = tables.first(table, "brand_id = ? order by date desc", brand);
      if (last != null) {
        return ReportPeriod.endingOn(LocalDate.parse(last.text("date")));
      }
    }
    return null;
  }

  /**
   * The page.
   *
   * @param brand as tables name it
   * @param competitors the brands that it is compared with; may be empty
   */
  public String html(String brand, List<String> competitors, ReportPeriod period, Theme theme)
      throws QueryException {
    List<String> others = new ArrayList<>(competitors);
    others.remove(brand);
    ReportRequest request = new ReportRequest(brand, others, period, theme);
    Page page = new Page();
    String css = css(theme);
    Html html = page.html;
    html.open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
    html.open(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-"
            + sha256(css)
            + "'; img-src data:; base-uri 'none'; form-action 'none'");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", request.name() + ", " + period).style(css).close();
    html.open("body");
    for (Section section : SECTIONS) {
      section.write(page, tables, request);
    }
    html.close();
    if (!theme.footer().isEmpty()) {
      html.element("footer", theme.footer());
    }
    html.close().close();
    return html.toString();
  }

  private static String css(Theme theme) {
    try (InputStream style =
        Objects.requireNonNull(BrandReport.class.getResourceAsStream("report.css"))) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8)
          .replace("PRIMARY", theme.primary())
          .replace("ACCENT", theme.accent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
