package dev.earshot.pipelines.sources.fields;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Text that a browser shows of a piece of HTML: paragraphs, line breaks, no tags. */
public final class HtmlText {
  private HtmlText() {}

  public static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html;
    }
    StringBuilder text = new StringBuilder();
    Jsoup.parseBodyFragment(html).body().traverse(new Writer(text));
    return text.toString().strip();
  }

  /**
   * Where the links of a piece of HTML lead; those that name an account or a hashtag are left out.
   */
  public static List<String> links(String html) {
    return html.contains("<a ")
        ? Jsoup.parseBodyFragment(html)
            .select("a[href]:not(.mention):not(.hashtag)")
            .eachAttr("href")
        : List.of();
  }

  private record Writer(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node.nameIs("br")) {
        text.append('\n');
      } else if (node.nameIs("li")) {
        text.append("- ");
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node.nameIs("p") || node.nameIs("blockquote") || node.nameIs("pre")) {
        text.append("\n\n");
      } else if (node instanceof Element element && element.isBlock()) {
        text.append('\n');
      }
    }
  }
}
