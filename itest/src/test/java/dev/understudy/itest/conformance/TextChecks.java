package dev.understudy.itest.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What headers and texts must be; regular expressions in which a dot is any character. */
final class TextChecks {

    private TextChecks() {}

    /** {@code Name: expression} for the whole value. */
    static Check header(String rest) {
        String[] parts = rest.split(": ", 2);
        Pattern wanted = Pattern.compile(parts[1]);
        return exchange -> {
            String value = exchange.reply().header(parts[0]).orElse("none");
            require(wanted.matcher(value).matches(), parts[0] + " is " + value + " instead of " + wanted);
        };
    }

    /** The name of a header that must not be there. */
    static Check noHeader(String name) {
        return exchange -> exchange.reply().header(name).ifPresent(value -> require(false, name + " is " + value));
    }

    /** An expression for the whole body. */
    static Check body(String rest) {
        Pattern wanted = Pattern.compile(rest, Pattern.DOTALL);
        return exchange -> {
            String text = exchange.reply().text();
            require(wanted.matcher(text).matches(), "body is not " + wanted + " but " + text);
        };
    }

    /** An expression for a part of the body. */
    static Check contains(String rest) {
        Pattern wanted = Pattern.compile(rest, Pattern.DOTALL | Pattern.MULTILINE);
        return exchange -> {
            String text = exchange.reply().text();
            require(wanted.matcher(text).find(), "body lacks " + wanted + ": " + text);
        };
    }

    /** An expression that must not be in the body. */
    static Check lacks(String rest) {
        Pattern unwanted = Pattern.compile(rest, Pattern.DOTALL);
        return exchange -> {
            String text = exchange.reply().text();
            require(!unwanted.matcher(text).find(), "body has " + unwanted + ": " + text);
        };
    }

    /**
     * {@code command=value}: the message names the command, the value, and what the table of commands says is allowed;
     * {@code command=value; allowed: text} where it is that text, to begin with.
     */
    static Check refused(String rest) {
        String[] parts = rest.split("; allowed: ", 2);
        String[] assignment = parts[0].split("=", 2);
        String allowed = parts.length > 1 ? parts[1] : ProtocolTable.commands().get(assignment[0]);
        String wanted = "'" + assignment[1] + "' is not a valid value for " + assignment[0] + "; allowed: " + allowed;
        return exchange -> {
            String text = exchange.reply().text();
            require(text.contains(wanted), "body lacks \"" + wanted + "\": " + text);
        };
    }

    /** {@code xpath = value} in a well-formed document. */
    static Check xml(String rest) {
        String[] parts = rest.split(" = ", 2);
        return exchange -> {
            try {
                Document document = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(exchange.reply().body()));
                String value = XPathFactory.newDefaultInstance().newXPath().evaluate(parts[0], document);
                require(value.equals(parts[1]), parts[0] + " is '" + value + "' instead of '" + parts[1] + "'");
            } catch (SAXException e) {
                throw new AssertionError(
                        e.getMessage() + ": " + exchange.reply().text(), e);
            } catch (ParserConfigurationException | XPathExpressionException e) {
                throw new IOException(e);
            }
        };
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
