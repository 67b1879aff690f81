package dev.understudy.codec.pdf;

import dev.understudy.codec.PageReader;
import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads PDF as {@link PdfEncoder} writes it. */
final class PdfReader extends PageReader {

    PdfReader() {
        super("pdf", "%PDF-1.4\n");
    }

    @Override
    protected double points(String text) {
        return Double.parseDouble(find(text, "/MediaBox \\[0 0 ([0-9.]+) [0-9.]+\\]"));
    }

    @Override
    protected Pixels pixels(String text) throws Exception {
        int width = number(text, "/Subtype /Image /Width ([0-9]+) ");
        int height = number(text, "/Height ([0-9]+) ");
        byte[] image = stream(text, 5);
        ColorProfile profile = text.contains("/ICCBased 6 0 R") ? new ColorProfile(stream(text, 6)) : null;
        if (text.contains("/Filter /DCTDecode")) {
            return jpeg(image, profile);
        }
        if (text.contains("/Filter /FlateDecode")) {
            int bands = number(text, "/Predictor 15 /Colors ([0-9]) /BitsPerComponent 8 /Columns " + width + " ");
            image = unfiltered(new InflaterInputStream(new ByteArrayInputStream(image)).readAllBytes(), width, bands);
        }
        return planes(image, width, height, profile);
    }

    /** The stream of an object, which is where the table says. */
    private static byte[] stream(String text, int number) {
        int table = number(text, "startxref\n([0-9]+)\n%%EOF\n$");
        String entry = text.substring(table).split("\n")[number + 2];
        int start = Integer.parseInt(entry.substring(0, 10));
        String object = text.substring(start);
        if (!object.startsWith(number + " 0 obj\n")) {
            throw new IllegalStateException("object " + number + " is not at " + start);
        }
        int length = number(object, "/Length ([0-9]+) >>\nstream\n");
        int content = object.indexOf("stream\n") + "stream\n".length();
        return bytes(object.substring(content, content + length));
    }

    private static Pixels jpeg(byte[] image, @Nullable ColorProfile profile) throws Exception {
        try (BytesSource source = new BytesSource(image)) {
            Pixels pixels = new JpegDecoder()
                    .decode(source, DecodeRequest.WHOLE)
                    .pixels()
                    .withProfile(profile);
            return pixels.samples() == Samples.CMYK ? asStored(pixels) : pixels;
        }
    }

    /** Inks are upside down in a JPEG file, and are not in one within a page. */
    private static Pixels asStored(Pixels decoded) {
        List<Plane> stored = decoded.planes().stream()
                .map(plane -> TestImage.plane(plane.width(), plane.height(), (x, y) -> 255 - plane.at(x, y)))
                .toList();
        return new Pixels(Samples.CMYK, stored, null, decoded.profile());
    }

    private static byte[] unfiltered(byte[] filtered, int width, int bands) throws IOException {
        int length = width * bands;
        int rows = filtered.length / (length + 1);
        byte[] samples = new byte[rows * length];
        for (int y = 0; y < rows; y++) {
            int filter = filtered[y * (length + 1)];
            for (int i = 0; i < length; i++) {
                int at = y * length + i;
                int left = i < bands ? 0 : samples[at - bands] & 0xff;
                int up = y == 0 ? 0 : samples[at - length] & 0xff;
                int corner = i < bands || y == 0 ? 0 : samples[at - length - bands] & 0xff;
                int guess = switch (filter) {
                    case 0 -> 0;
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> paeth(left, up, corner);
                    default -> throw new IOException("filter " + filter);
                };
                samples[at] = (byte) (filtered[y * (length + 1) + 1 + i] + guess);
            }
        }
        return samples;
    }

    private static int paeth(int left, int up, int corner) {
        int byLeft = Math.abs(up - corner);
        int byUp = Math.abs(left - corner);
        int byCorner = Math.abs(left + up - 2 * corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
