package dev.understudy.codec.svg.document;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML into a tree of SVG's elements. Nothing that the file names is opened, and entities may not multiply. */
public final class SvgParser {

    private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";
    private static final String MOST_ENTITIES = "1000";
    private static final String MOST_ENTITY_CHARACTERS = "1000000";
    private static final String MOST_ATTRIBUTES = "1000";

    private SvgParser() {}

    /**
     * Reads a file.
     *
     * @param stream the file, unpacked
     * @throws DamagedException when it is not well-formed, or no SVG
     * @throws SvgRefusal when it is larger or deeper than what is read, or needs another file
     */
    public static SvgElement parse(InputStream stream) throws IOException {
        TreeBuilder tree = new TreeBuilder();
        try {
            parser().parse(new InputSource(stream), new Handler(tree));
        } catch (SAXParseException e) {
            throw new DamagedException("it is no well-formed SVG: line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException e) {
            throw new DamagedException("it is no well-formed SVG: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no XML parser that could be used", e);
        }
        return tree.root();
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(false); // files of old programs leave namespaces out
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        parser.setProperty(JAXP + "entityExpansionLimit", MOST_ENTITIES);
        parser.setProperty(JAXP + "totalEntitySizeLimit", MOST_ENTITY_CHARACTERS);
        parser.setProperty(JAXP + "elementAttributeLimit", MOST_ATTRIBUTES);
        return parser;
    }

    /** Hands on what the parser finds, with the line that it stands in. */
    private static final class Handler extends DefaultHandler {

        private final TreeBuilder tree;
        private int line;
        private Locator locator = new org.xml.sax.helpers.LocatorImpl();

        Handler(TreeBuilder tree) {
            this.tree = tree;
        }

        @Override
        public void setDocumentLocator(Locator newLocator) {
            locator = newLocator;
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void skippedEntity(String name) {
            throw SvgRefusal.of("the entity '" + name + "', which is in another file");
        }

        @Override
        public void processingInstruction(String target, String data) {
            if (target.equals("xml-stylesheet")) {
                throw SvgRefusal.of("a style sheet in another file (line " + locator.getLineNumber() + ")");
            }
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            line = locator.getLineNumber();
            tree.start(name, attributes, line);
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            tree.end();
        }

        @Override
        public void characters(char[] characters, int start, int count) {
            tree.characters(characters, start, count);
        }
    }
}
