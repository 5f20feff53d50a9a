package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.redirlint.source.Printable;

/** Elements with their attributes and texts, all of it escaped and made harmless. */
final class Markup {

  private final XMLStreamWriter stream;

  /** Returns markup that goes to a writer and leaves it open. */
  Markup(Writer out) throws IOException {
    try {
      this.stream = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException unwritable) {
      throw new IOException(unwritable);
    }
  }

  /** Begins an XML document. */
  Markup declaration() throws IOException {
    return write(
        () -> {
          stream.writeStartDocument("UTF-8", "1.0");
          stream.writeCharacters("\n");
        });
  }

  /** Writes a document type declaration, as it stands. */
  Markup documentType(String declaration) throws IOException {
    return write(
        () -> {
          stream.writeDTD(declaration);
          stream.writeCharacters("\n");
        });
  }

  /** Begins an element. */
  Markup start(String name) throws IOException {
    return write(() -> stream.writeStartElement(name));
  }

  /** Writes an element that holds nothing and is not to be ended. */
  Markup empty(String name) throws IOException {
    return write(() -> stream.writeEmptyElement(name));
  }

  /** Gives the element that has just begun an attribute. */
  Markup attribute(String name, Object value) throws IOException {
    return write(() -> stream.writeAttribute(name, Printable.of(String.valueOf(value))));
  }

  /** Writes one line of text, without a line break. */
  Markup text(String line) throws IOException {
    return write(() -> stream.writeCharacters(Printable.of(line)));
  }

  /** Writes a line break. */
  Markup line() throws IOException {
    return write(() -> stream.writeCharacters("\n"));
  }

  /** Writes an element that holds one line of text. */
  Markup element(String name, String line) throws IOException {
    return start(name).text(line).end();
  }

  /** Ends the element that was begun last. */
  Markup end() throws IOException {
    return write(stream::writeEndElement);
  }

  /** Passes on what was written. */
  void finish() throws IOException {
    write(stream::writeEndDocument);
    write(stream::flush);
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  private Markup write(Writing writing) throws IOException {
    try {
      writing.write();
      return this;
    } catch (XMLStreamException unwritable) {
      throw new IOException(unwritable);
    }
  }
}
