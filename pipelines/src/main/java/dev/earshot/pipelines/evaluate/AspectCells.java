package dev.earshot.pipelines.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of SemEval-2014 task 4 (Pontiki et al.): a record for each {@code aspectTerm} or {@code
 * aspectCategory}, with the columns {@code text}, {@code polarity} and {@code term} or {@code
 * category}.
 */
final class AspectCells implements CellSource {
  private final InputStream in;
  private final XMLStreamReader xml;
  private final List<String> columns;
  private final boolean wantsCategories;
  private String text = "";

  AspectCells(InputStream in, List<String> columns) throws IOException {
    this.in = in;
    this.columns = columns;
    wantsCategories = columns.contains("category");
    for (String column : columns) {
      if (!List.of("text", "polarity", "term", "category").contains(column)) {
        throw UnreadableLabelsException.noColumn(
            column, List.of("text", "polarity", "term", "category"));
      }
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      xml = factory.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw new UnreadableLabelsException("is not the XML of SemEval-2014 task 4");
    }
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "text" -> text = xml.getElementText();
            case "aspectTerm" -> {
              if (!wantsCategories) {
                return true;
              }
            }
            case "aspectCategory" -> {
              if (wantsCategories) {
                return true;
              }
            }
            default -> {}
          }
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw new UnreadableLabelsException("line " + line() + ": is not well-formed XML");
    }
  }

  @Override
  public @Nullable String fault() {
    return null;
  }

  @Override
  public long line() {
    return xml.getLocation().getLineNumber();
  }

  @Override
  public String cell(int wanted) {
    String column = columns.get(wanted);
    String value = column.equals("text") ? text : xml.getAttributeValue(null, column);
    return value == null ? "" : value;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
