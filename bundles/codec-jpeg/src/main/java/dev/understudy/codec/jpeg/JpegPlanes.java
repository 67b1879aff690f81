package dev.understudy.codec.jpeg;

import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes planes of the interleaved samples that the JDK's decoder gives. */
final class JpegPlanes {

    private final byte[] samples;
    private final int width;
    private final int height;

    JpegPlanes(byte[] samples, int width, int height) {
        this.samples = samples;
        this.width = width;
        this.height = height;
    }

    Pixels pixels(JpegFile file) {
        ColorProfile profile = file.profile();
        return switch (file.stored()) {
            case GRAY -> new Pixels(Samples.GRAY, List.of(new Plane(width, height, samples)), null, profile);
            case RGB -> new Pixels(Samples.RGB, List.of(plane(0, 3), plane(1, 3), plane(2, 3)), null, profile);
            case YCC -> ycc(file.frame(), profile);
            case CMYK -> cmyk(file.inverted() ? 0xff : 0, profile);
            case YCCK -> ycck(profile);
        };
    }

    private Pixels ycc(FrameHeader frame, @Nullable ColorProfile profile) {
        int x = frame.chromaX();
        int y = frame.chromaY();
        List<Plane> planes = new ArrayList<>(3);
        planes.add(plane(0, 3));
        // The decoder smooths these two kinds when it enlarges them, if they are wide enough; that can be undone.
        boolean smoothed = x == 2 && (y == 1 || y == 2) && frame.width() > 4;
        for (int band = 1; band < 3; band++) {
            planes.add(smoothed ? new ChromaReducer(samples, width, height, band).reduce(y == 2) : plane(band, 3));
        }
        return new Pixels(Samples.YCC, planes, null, profile);
    }

    private Pixels cmyk(int flip, @Nullable ColorProfile profile) {
        List<Plane> planes = new ArrayList<>(4);
        for (int band = 0; band < 4; band++) {
            Plane plane = plane(band, 4);
            flip(plane.samples(), flip);
            planes.add(plane);
        }
        return new Pixels(Samples.CMYK, planes, null, profile);
    }

    /** YCCK is the YCbCr of the stored cyan, magenta and yellow as if they were the complements of red, green and blue. */
    private Pixels ycck(@Nullable ColorProfile profile) {
        Plane cyan = Plane.blank(width, height);
        Plane magenta = Plane.blank(width, height);
        Plane yellow = Plane.blank(width, height);
        for (int i = 0, at = 0; i < width * height; i++, at += 4) {
            int luma = samples[at] & 0xff;
            int blue = (samples[at + 1] & 0xff) - 128;
            int red = (samples[at + 2] & 0xff) - 128;
            cyan.samples()[i] = clamp(luma + ((91881 * red + 32768) >> 16));
            magenta.samples()[i] = clamp(luma - ((22554 * blue + 46802 * red + 32768) >> 16));
            yellow.samples()[i] = clamp(luma + ((116130 * blue + 32768) >> 16));
        }
        Plane black = plane(3, 4);
        flip(black.samples(), 0xff);
        return new Pixels(Samples.CMYK, List.of(cyan, magenta, yellow, black), null, profile);
    }

    private Plane plane(int band, int bands) {
        byte[] plane = new byte[width * height];
        for (int i = 0, at = band; i < plane.length; i++, at += bands) {
            plane[i] = samples[at];
        }
        return new Plane(width, height, plane);
    }

    private static void flip(byte[] plane, int mask) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] ^= (byte) mask;
        }
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
