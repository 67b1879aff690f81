package dev.understudy.codec.jpeg;

import dev.understudy.image.EncodeOptions;
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

    private JpegSettings() {}

    static void apply(EncodeOptions options, IIOMetadata metadata) throws IIOInvalidTreeException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        setDensity(root, options.embedded().resolution());
        setQuality(root, options.quality());
        if (options.fullChroma()) {
            setFullChroma(root);
        }
        metadata.setFromTree(FORMAT, root);
    }

    private static void setDensity(IIOMetadataNode root, double resolution) {
        long density = Math.round(resolution);
        if (density < 1 || density > MAX_DENSITY) {
            return;
        }
        IIOMetadataNode jfif = first(root, "app0JFIF");
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Long.toString(density));
        jfif.setAttribute("Ydensity", Long.toString(density));
    }

    /** Sets the standard's tables, scaled as IJG's library does it; the JDK's own scaling rounds otherwise. */
    private static void setQuality(IIOMetadataNode root, int quality) {
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

    private static void setFullChroma(IIOMetadataNode root) {
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
    }

    private static IIOMetadataNode first(IIOMetadataNode root, String name) {
        Node node = root.getElementsByTagName(name).item(0);
        if (node == null) {
            throw new IllegalStateException("The JDK's JPEG writer has no " + name);
        }
        return (IIOMetadataNode) node;
    }
}
