package dev.understudy.codec.jpeg;

import dev.understudy.codec.jpeg.decode.ComponentLayout;
import dev.understudy.codec.jpeg.decode.ComponentSamples;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;

/** Makes an image of the components of a JPEG, with the meaning that the file gives them. */
final class JpegPlanes {

    private final JpegFile file;
    private final FrameLayout layout;
    private final List<ComponentSamples> components;

    JpegPlanes(JpegFile file, FrameLayout layout, List<ComponentSamples> components) {
        this.file = file;
        this.layout = layout;
        this.components = components;
    }

    Pixels pixels() {
        return switch (file.stored()) {
            case GRAY -> pixels(Samples.GRAY, full());
            case RGB -> pixels(Samples.RGB, full());
            case YCC -> pixels(Samples.YCC, areAsDecoded(file, layout) ? planes() : full());
            case CMYK -> pixels(Samples.CMYK, flipped(full()));
            case YCCK -> pixels(Samples.CMYK, inks(full()));
        };
    }

    private Pixels pixels(Samples samples, List<Plane> planes) {
        return new Pixels(samples, planes, null, file.profile());
    }

    /** Whether the planes of the image are the samples of the components: then each part of them is the same as in the whole. */
    static boolean areAsDecoded(JpegFile file, FrameLayout layout) {
        return file.stored() == JpegFile.StoredColors.YCC
                ? chromaMayBeCoarser(layout, layout.components())
                : layout.components().stream()
                        .allMatch(component -> layout.coarserX(component) == 1 && layout.coarserY(component) == 1);
    }

    /** Whether luma has all samples, and both chroma components are coarser by the same factors, which images may have. */
    private static boolean chromaMayBeCoarser(FrameLayout layout, List<ComponentLayout> components) {
        ComponentLayout luma = components.get(0);
        ComponentLayout cb = components.get(1);
        ComponentLayout cr = components.get(2);
        return layout.coarserX(luma) == 1
                && layout.coarserY(luma) == 1
                && layout.coarserX(cb) == layout.coarserX(cr)
                && layout.coarserY(cb) == layout.coarserY(cr)
                && Enlargement.isSmooth(layout.coarserX(cb))
                && Enlargement.isSmooth(layout.coarserY(cb));
    }

    private List<Plane> planes() {
        return components.stream().map(ComponentSamples::plane).toList();
    }

    /** All components at full size. */
    private List<Plane> full() {
        return components.stream()
                .map(component -> Enlargement.full(component, layout))
                .toList();
    }

    /** YCCK is the YCbCr of the stored cyan, magenta and yellow as if they were the complements of red, green and blue. */
    private List<Plane> inks(List<Plane> stored) {
        Plane cyan = Plane.blank(layout.width(), layout.height());
        Plane magenta = Plane.blank(layout.width(), layout.height());
        Plane yellow = Plane.blank(layout.width(), layout.height());
        for (int i = 0; i < cyan.samples().length; i++) {
            int luma = stored.get(0).samples()[i] & 0xff;
            int blue = (stored.get(1).samples()[i] & 0xff) - 128;
            int red = (stored.get(2).samples()[i] & 0xff) - 128;
            cyan.samples()[i] = clamp(luma + ((91881 * red + 32768) >> 16));
            magenta.samples()[i] = clamp(luma - ((22554 * blue + 46802 * red + 32768) >> 16));
            yellow.samples()[i] = clamp(luma + ((116130 * blue + 32768) >> 16));
        }
        return List.of(cyan, magenta, yellow, flipped(stored.get(3)));
    }

    private static List<Plane> flipped(List<Plane> planes) {
        return planes.stream().map(JpegPlanes::flipped).toList();
    }

    private static Plane flipped(Plane plane) {
        byte[] samples = plane.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] ^= (byte) 0xff;
        }
        return plane;
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
