package dev.understudy.itest.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Files as Photoshop writes them: PSD, and a JPEG with XMP and a path. */
final class PhotoshopFiles {

    private static final String XMP = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:source=\"drawn by hand\"/></rdf:RDF></x:xmpmeta>";

    /** Corners from the upper edge and from the left one: the left half of the image. */
    private static final double[][] LEFT_HALF = {{0, 0}, {0, 0.5}, {1, 0.5}, {1, 0}};

    private static final int ONE = 1 << 24;

    private PhotoshopFiles() {}

    /** A JPEG with XMP and the clipping path {@code Left} around its left half. */
    static byte[] jpegWithNotes(BufferedImage image) throws IOException {
        byte[] file = ChartFiles.encode(image, "jpeg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 2);
        segment(out, 0xe1, "http://ns.adobe.com/xap/1.0/\0", XMP.getBytes(ISO_8859_1));
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        block(blocks, 2000, "Left", path());
        block(blocks, 2999, "", "\4Left\0".getBytes(ISO_8859_1));
        segment(out, 0xed, "Photoshop 3.0\0", blocks.toByteArray());
        out.write(file, 2, file.length - 2);
        return out.toByteArray();
    }

    /**
     * A PSD of 8 bits without layers, or with one.
     *
     * @param layers whether there is an empty layer, and no merged image but white
     */
    static byte[] psd(BufferedImage image, boolean layers) throws IOException {
        ByteArrayOutputStream resources = new ByteArrayOutputStream();
        block(resources, 1057, "", new byte[] {0, 0, 0, 1, (byte) (layers ? 0 : 1), 0});
        byte[] layer = layers ? new byte[] {0, 0, 0, 2, 0, 1} : new byte[0];
        int pixels = image.getWidth() * image.getHeight();
        ByteBuffer file = ByteBuffer.allocate(40 + resources.size() + layer.length + 3 * pixels);
        file.put("8BPS".getBytes(ISO_8859_1)).putShort((short) 1).position(12);
        file.putShort((short) 3).putInt(image.getHeight()).putInt(image.getWidth());
        file.putShort((short) 8).putShort((short) 3).putInt(0);
        file.putInt(resources.size()).put(resources.toByteArray());
        file.putInt(layer.length).put(layer).putShort((short) 0);
        for (int band = 16; band >= 0; band -= 8) {
            for (int i = 0; i < pixels; i++) {
                file.put((byte) (image.getRGB(i % image.getWidth(), i / image.getWidth()) >> band));
            }
        }
        return file.array();
    }

    private static byte[] path() {
        ByteBuffer records = ByteBuffer.allocate(26 * (1 + LEFT_HALF.length));
        records.putShort((short) 0).putShort((short) LEFT_HALF.length).putShort((short) 1);
        for (int i = 0; i < LEFT_HALF.length; i++) {
            records.position(26 * (i + 1)).putShort((short) 2);
            for (int point = 0; point < 3; point++) {
                records.putInt((int) (LEFT_HALF[i][0] * ONE)).putInt((int) (LEFT_HALF[i][1] * ONE));
            }
        }
        return records.array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, String name, byte[] content) throws IOException {
        int length = 2 + name.length() + content.length;
        out.write(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        out.write(name.getBytes(ISO_8859_1));
        out.write(content);
    }

    private static void block(ByteArrayOutputStream out, int number, String name, byte[] data) throws IOException {
        out.write("8BIM".getBytes(ISO_8859_1));
        out.write(new byte[] {(byte) (number >> 8), (byte) number, (byte) name.length()});
        out.write(name.getBytes(ISO_8859_1));
        out.write(new byte[name.length() + 1 & 1]);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(data);
        out.write(new byte[data.length & 1]);
    }
}
