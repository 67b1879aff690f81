package dev.understudy.codec.meta;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.image.Xmp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The second packet of XMP that is too long for one segment of a JPEG. The first one names it by a digest.
 *
 * <p>Source: XMP Specification, part 3, 1.1.3.1.
 */
public final class ExtendedXmp {

    private static final String NOTE = "http://ns.adobe.com/xmp/note/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String PROPERTY = "HasExtendedXMP";
    private static final Pattern DIGEST = Pattern.compile(PROPERTY + "\\s*(?:=\\s*[\"']|>)\\s*([0-9A-Fa-f]{32})");

    private ExtendedXmp() {}

    /** The digest by which a packet names its second one; null when it has none. */
    public static @Nullable String digest(byte[] packet) {
        Matcher matcher = DIGEST.matcher(new String(packet, UTF_8));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** A packet that holds nothing but the digest of the second one. */
    public static byte[] naming(String digest) {
        return ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"" + RDF + "\">"
                        + "<rdf:Description rdf:about=\"\" xmlns:xmpNote=\"" + NOTE + "\" xmpNote:" + PROPERTY + "=\""
                        + digest + "\"/></rdf:RDF></x:xmpmeta>")
                .getBytes(US_ASCII);
    }

    /** One packet of both, each of which is known to be sound. */
    public static Xmp join(Xmp first, Xmp second) throws IOException {
        try {
            Document whole = document(first);
            Element rdf = rdf(whole);
            NodeList more = rdf(document(second)).getChildNodes();
            for (int i = 0; i < more.getLength(); i++) {
                rdf.appendChild(whole.importNode(more.item(i), true));
            }
            removeDigest(rdf);
            return new Xmp(written(whole));
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException("its XMP cannot be joined", e);
        }
    }

    private static Document document(Xmp packet) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(packet.bytes()));
    }

    private static Element rdf(Document document) throws DamagedException {
        Node rdf = document.getElementsByTagNameNS(RDF, "RDF").item(0);
        if (rdf == null) {
            throw new DamagedException("its XMP has no rdf:RDF");
        }
        return (Element) rdf;
    }

    private static void removeDigest(Element rdf) {
        NodeList descriptions = rdf.getElementsByTagNameNS(RDF, "Description");
        for (int i = 0; i < descriptions.getLength(); i++) {
            ((Element) descriptions.item(i)).removeAttributeNS(NOTE, PROPERTY);
        }
        Node element = rdf.getElementsByTagNameNS(NOTE, PROPERTY).item(0);
        if (element != null) {
            element.getParentNode().removeChild(element);
        }
    }

    private static byte[] written(Document document) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
