package dev.understudy.codec.svg;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.zip.GZIPInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads SVG only as far as to see whether it is sound; nothing that it refers to is opened. */
final class SvgCheck extends DefaultHandler {

    /** What is longer is taken for sound if it begins so: the check is done for each request. */
    private static final int MOST_BYTES = 1 << 24;

    private static final int MOST_DEPTH = 1 << 12;
    private static final int GZIP = 0x1f8b;

    private int depth;

    private SvgCheck() {}

    /**
     * Checks a file.
     *
     * @throws DamagedException when it is not well-formed, or no SVG
     */
    static void check(Input input) throws IOException {
        Limited stream = new Limited(unpacked(input));
        try {
            parser().parse(stream, new SvgCheck());
        } catch (SAXException e) {
            if (!stream.cut()) {
                throw new DamagedException("it is no well-formed SVG: " + e.getMessage());
            }
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no XML parser that could be used", e);
        }
    }

    private static InputStream unpacked(Input input) throws IOException {
        input.seek(0);
        boolean packed = input.read() << 8 == (GZIP & 0xff00) && input.read() == (GZIP & 0xff);
        input.seek(0);
        InputStream stream = new InputStream() {
            @Override
            public int read() throws IOException {
                return input.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                return input.read(bytes, offset, count);
            }
        };
        return packed ? new GZIPInputStream(stream) : stream;
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(false); // files of old programs leave the namespace out
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newSAXParser();
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (depth == 0 && !name.equals("svg") && !name.endsWith(":svg")) {
            throw new SAXException("it is XML, but no SVG");
        }
        if (++depth > MOST_DEPTH) {
            throw new SAXException("its elements are nested more than " + MOST_DEPTH + " deep");
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        depth--;
    }

    /** A stream that ends after so many bytes. */
    private static final class Limited extends InputStream {

        private final InputStream stream;
        private int left = MOST_BYTES;

        Limited(InputStream stream) {
            this.stream = stream;
        }

        boolean cut() {
            return left == 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = left == 0 ? -1 : stream.read(bytes, offset, Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
