package dev.understudy.catalog.rule;

import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import java.io.IOException;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads files of preprocessing rules. They have to conform to a schema as a whole, and can name nothing outside of them: there are no
 * document types, hence no entities.
 *
 * <p>Source: the reference's pages on rule set files and rule sets. The schema is ours, since the reference does not print its own.
 */
public final class RuleSetReader {

    private static final String FEATURES = "http://xml.org/sax/features/";
    private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";
    private static final String MOST_ATTRIBUTES = "100";
    private static final String DEEPEST = "10";

    private RuleSetReader() {}

    /**
     * Reads a file.
     *
     * @throws MalformedFileException when it is no set of rules, with the line
     */
    public static RuleSet read(Reader reader, Diagnostics diagnostics) throws IOException, MalformedFileException {
        RuleSetBuilder builder = new RuleSetBuilder(diagnostics);
        try {
            XMLReader xml = parser().getXMLReader();
            ValidatorHandler validator = RuleSetSchema.validator();
            validator.setErrorHandler(new Strict());
            validator.setContentHandler(builder);
            xml.setContentHandler(validator);
            xml.setErrorHandler(new Strict());
            xml.parse(new InputSource(reader));
        } catch (SAXParseException e) {
            throw new MalformedFileException(Math.max(0, e.getLineNumber()), words(e));
        } catch (SAXException e) {
            if (e.getException() instanceof MalformedFileException malformed) {
                throw malformed;
            }
            throw new MalformedFileException(0, words(e));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no XML parser that could be used", e);
        }
        return builder.rules();
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(FEATURES + "external-general-entities", false);
        factory.setFeature(FEATURES + "external-parameter-entities", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        parser.setProperty(JAXP + "elementAttributeLimit", MOST_ATTRIBUTES);
        parser.setProperty(JAXP + "maxElementDepth", DEEPEST);
        return parser;
    }

    /** What a parser says, without the number of the sentence in the standard. */
    private static String words(SAXException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "this is no rule set: "
                + RuleSetBuilder.shortened(
                        message.replaceFirst("^cv[a-z]-[A-Za-z0-9.-]+: ", "").replaceAll("\\p{Cntrl}+", " "));
    }

    /** Lets nothing pass. */
    private static final class Strict extends DefaultHandler {

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
