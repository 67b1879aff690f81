package dev.understudy.codec.eps;

import dev.understudy.codec.PageReader;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import java.util.HexFormat;

/** Reads EPS as {@link EpsEncoder} writes it. */
final class EpsReader extends PageReader {

    EpsReader() {
        super("eps", "%!PS-Adobe-3.0 EPSF-3.0\n");
    }

    @Override
    protected double points(String text) {
        return Double.parseDouble(find(text, "%%HiResBoundingBox: 0 0 ([0-9.]+) [0-9.]+\n"));
    }

    @Override
    protected Pixels pixels(String text) {
        int width = number(text, "/ImageType 1 /Width ([0-9]+) ");
        int height = number(text, "/Height ([0-9]+) ");
        int length = number(text, "%%BeginData: ([0-9]+) Binary Bytes\n");
        int start = text.indexOf("Binary Bytes\nimage\n") + "Binary Bytes\n".length();
        if (!text.startsWith("%%EndData\n", start + length)) {
            throw new IllegalStateException("the data does not end where it should");
        }
        byte[] samples = bytes(text.substring(start + "image\n".length(), start + length - 1));
        return planes(samples, width, height, text.contains("%%BeginICCProfile") ? profile(text) : null);
    }

    private static ColorProfile profile(String text) {
        String lines = find(text, "%%BeginICCProfile: \\(image\\) [0-9]+ Hex Bytes\n(.*)%%EndICCProfile\n");
        byte[] bytes = HexFormat.of().parseHex(lines.replace("% ", "").replace("\n", ""));
        if (bytes.length != number(text, "%%BeginICCProfile: \\(image\\) ([0-9]+) ")) {
            throw new IllegalStateException("the profile is not as long as it says");
        }
        return new ColorProfile(bytes);
    }
}
