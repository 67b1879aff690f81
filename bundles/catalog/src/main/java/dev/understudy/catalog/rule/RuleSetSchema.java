package dev.understudy.catalog.rule;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;

/** The schema of rule sets. */
final class RuleSetSchema {

    private static final Schema SCHEMA = load();

    private RuleSetSchema() {}

    /** Checks one file while it is read. */
    static ValidatorHandler validator() {
        return SCHEMA.newValidatorHandler();
    }

    private static Schema load() {
        URL file = Objects.requireNonNull(RuleSetSchema.class.getResource("RuleSet.xsd"));
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try (InputStream stream = file.openStream()) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(stream));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The schema of rule sets cannot be read", e);
        }
    }
}
