package dev.understudy.catalog.rule;

import dev.understudy.catalog.Rule;
import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/** Makes rules of the elements of a file that conforms to the schema. */
final class RuleSetBuilder extends DefaultHandler {

    private static final int MOST_RULES = 1000;
    private static final int SHOWN = 300;

    private final Diagnostics diagnostics;
    private final List<Rule> rules = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Locator locator = new LocatorImpl();
    private @Nullable RuleElement rule;
    private int line;

    RuleSetBuilder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The rules that were read. */
    RuleSet rules() {
        return new RuleSet(rules, false);
    }

    /** A message of a reasonable length. */
    static String shortened(String message) {
        return message.length() > SHOWN ? message.substring(0, SHOWN) + "…" : message;
    }

    @Override
    public void setDocumentLocator(Locator newLocator) {
        locator = newLocator;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        line = locator.getLineNumber();
        text.setLength(0);
        tell(() -> {
            switch (name) {
                case "ruleset" -> {}
                case "rule" -> rule = new RuleElement(attributes, rules.size() + 1, line, diagnostics);
                default -> current().start(name, attributes);
            }
        });
    }

    @Override
    public void characters(char[] characters, int start, int count) {
        text.append(characters, start, count);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        tell(() -> {
            switch (name) {
                case "ruleset" -> {}
                case "rule" -> rules.add(current().rule());
                default -> current().end(name, text.toString());
            }
        });
        if (rules.size() > MOST_RULES) {
            throw new SAXException(new MalformedFileException(line, "there are more than " + MOST_RULES + " rules"));
        }
    }

    private RuleElement current() {
        RuleElement element = rule;
        if (element == null) {
            throw new IllegalArgumentException("this stands outside of a rule");
        }
        return element;
    }

    /** Tells the line on which something is not as it should be. */
    private void tell(Runnable reading) throws SAXException {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            throw new SAXException(new MalformedFileException(line, shortened(String.valueOf(e.getMessage()))));
        }
    }
}
