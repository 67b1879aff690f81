package dev.understudy.codec.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.image.Xmp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Checks XMP before it is handed on as XML: it comes from anybody's files, and clients open it as a document. So it has no document
 * type, no style sheet, and no elements that browsers run.
 *
 * <p>Source: XMP Specification, part 1, 7.3.
 */
public final class XmpPacket extends DefaultHandler {

    /** No packet is longer; those of sound files seldom have a hundredth of it. */
    public static final int MOST_BYTES = 1 << 22;

    private static final int MOST_DEPTH = 256;
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String META = "adobe:ns:meta/";

    private int depth;

    private XmpPacket() {}

    /**
     * A packet as it is in a file, in UTF-8 if it was not.
     *
     * @throws DamagedException when it is no sound XMP
     */
    public static Xmp of(byte[] packet) throws IOException {
        byte[] bytes = utf8(trimmed(packet));
        if (bytes.length > MOST_BYTES) {
            throw new DamagedException("its XMP has " + bytes.length + " bytes");
        }
        try {
            parsers().newSAXParser().parse(new ByteArrayInputStream(bytes), new XmpPacket());
        } catch (SAXException e) {
            throw new DamagedException("its XMP is not sound: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no XML parser that could be used", e);
        }
        return new Xmp(bytes);
    }

    /** Without zeros at the end, which some programs write. */
    private static byte[] trimmed(byte[] packet) {
        int end = packet.length;
        while (end > 0 && packet[end - 1] == 0) {
            end--;
        }
        boolean wide = end > 1 && packet.length > end && packet[1] == 0; // the last letter of UTF-16LE ends in a zero
        return Arrays.copyOf(packet, wide ? end + 1 : end);
    }

    private static byte[] utf8(byte[] packet) {
        Charset wide = wide(packet);
        return wide == null ? packet : new String(packet, wide).getBytes(UTF_8);
    }

    private static @Nullable Charset wide(byte[] packet) {
        int start = packet.length < 2 ? 0 : (packet[0] & 0xff) << 8 | (packet[1] & 0xff);
        return switch (start) {
            case 0x3c00, 0xfffe -> StandardCharsets.UTF_16LE;
            case 0x003c, 0xfeff -> StandardCharsets.UTF_16BE;
            default -> null;
        };
    }

    private static SAXParserFactory parsers() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        boolean root = (uri.equals(RDF) && localName.equals("RDF"))
                || (uri.equals(META) && (localName.equals("xmpmeta") || localName.equals("xapmeta")));
        if (depth == 0 && !root) {
            throw new SAXException("it begins with " + name);
        }
        if (++depth > MOST_DEPTH) {
            throw new SAXException("its elements are nested more than " + MOST_DEPTH + " deep");
        }
        if (uri.startsWith("http://www.w3.org/1999/xhtml") || uri.startsWith("http://www.w3.org/2000/svg")) {
            throw new SAXException("it has an element " + name);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        depth--;
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        if (target.equals("xml-stylesheet")) {
            throw new SAXException("it has a style sheet");
        }
    }
}
