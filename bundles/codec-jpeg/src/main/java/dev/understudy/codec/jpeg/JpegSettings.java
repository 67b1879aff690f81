package dev.understudy.codec.jpeg;

import java.util.Map;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Puts our options into the metadata that tells the JDK's writer what to write. */
final class JpegSettings {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
    private static final int MAX_DENSITY = 0xffff;
    private static final int INKS = 4;

    private final IIOMetadata metadata;
    private final IIOMetadataNode root;

    JpegSettings(IIOMetadata metadata) {
        this.metadata = metadata;
        this.root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    }

    /** Puts what has been set into the metadata. */
    void apply() throws IIOInvalidTreeException {
        metadata.setFromTree(FORMAT, root);
    }

    void setDensity(double resolution) {
        long density = Math.round(resolution);
        if (density < 1 || density > MAX_DENSITY) {
            return;
        }
        IIOMetadataNode jfif = first("app0JFIF");
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Long.toString(density));
        jfif.setAttribute("Ydensity", Long.toString(density));
    }

    /** Sets the standard's tables, scaled as IJG's library does it; the JDK's own scaling rounds otherwise. */
    void setQuality(int quality) {
        NodeList tables = root.getElementsByTagName("dqtable");
        for (int i = 0; i < tables.getLength(); i++) {
            JPEGQTable standard = i == 0 ? JPEGQTable.K1Luminance : JPEGQTable.K2Chrominance;
            ((IIOMetadataNode) tables.item(i)).setUserObject(scaled(standard, quality));
        }
    }

    static JPEGQTable scaled(JPEGQTable standard, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] table = standard.getTable();
        for (int i = 0; i < table.length; i++) {
            table[i] = Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
        }
        return new JPEGQTable(table);
    }

    void setFullChroma() {
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
    }

    /** Makes an image of three components one of four inks, all alike: at full size and with the table of luma. */
    void setInks(InkStorage storage) {
        clear("JPEGvariety"); // JFIF knows no inks
        IIOMetadataNode frame = clear("sof");
        IIOMetadataNode scan = clear("sos");
        frame.setAttribute("numFrameComponents", Integer.toString(INKS));
        scan.setAttribute("numScanComponents", Integer.toString(INKS));
        for (int ink = 1; ink <= INKS; ink++) {
            String id = Integer.toString(ink);
            frame.appendChild(node(
                    "componentSpec",
                    Map.of("componentId", id, "HsamplingFactor", "1", "VsamplingFactor", "1", "QtableSelector", "0")));
            scan.appendChild(
                    node("scanComponentSpec", Map.of("componentSelector", id, "dcHuffTable", "0", "acHuffTable", "0")));
        }
        if (storage == InkStorage.ADOBE) {
            Node segments = first("markerSequence");
            segments.insertBefore(
                    node("app14Adobe", Map.of("version", "100", "flags0", "0", "flags1", "0", "transform", "0")),
                    segments.getFirstChild());
        }
    }

    private IIOMetadataNode clear(String name) {
        IIOMetadataNode node = first(name);
        while (node.hasChildNodes()) {
            node.removeChild(node.getFirstChild());
        }
        return node;
    }

    private static IIOMetadataNode node(String name, Map<String, String> attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        attributes.forEach(node::setAttribute);
        return node;
    }

    private IIOMetadataNode first(String name) {
        Node node = root.getElementsByTagName(name).item(0);
        if (node == null) {
            throw new IllegalStateException("The JDK's JPEG writer has no " + name);
        }
        return (IIOMetadataNode) node;
    }
}
