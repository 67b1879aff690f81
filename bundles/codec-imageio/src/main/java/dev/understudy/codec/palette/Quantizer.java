package dev.understudy.codec.palette;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Quantization;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the colors of an image to those of a palette. An image that has no more colors than the palette may hold keeps them as
 * they are.
 *
 * <p>Source: the reference's page on quantize.
 */
public final class Quantizer {

    private static final int OPAQUE = 0xff << 24;
    private static final int NONE = -1;

    private final PaletteSource source;
    private final Quantization wanted;
    private final boolean soft;
    private final boolean keyed;

    private Quantizer(Pixels pixels, Transparency transparency, Quantization wanted) {
        this.source = new PaletteSource(pixels, transparency);
        this.wanted = wanted;
        this.soft = pixels.alpha() != null && transparency == Transparency.SOFT;
        this.keyed = pixels.alpha() != null && source.anyClear();
    }

    /**
     * Reduces an image.
     *
     * @param pixels RGB or GRAY
     */
    public static IndexedImage reduce(Pixels pixels, Transparency transparency, Quantization wanted) {
        return new Quantizer(pixels, transparency, wanted).reduce(pixels.width(), pixels.height());
    }

    /** Bytes that reducing an image of so many pixels takes beside the image and its indexes. */
    public static long memory(long pixels, Transparency transparency) {
        boolean soft = transparency == Transparency.SOFT;
        return NearestColors.memory(soft) + ColorCells.memory(pixels, soft);
    }

    private IndexedImage reduce(int width, int height) {
        ExactColors exact = exact();
        int[] colors = exact == null ? colors() : exact.colors();
        int key = keyed ? colors.length : NONE;
        byte[] indexes = exact == null ? indexes(colors, key) : exact.indexes(source, key);
        IntStream palette = keyed ? IntStream.concat(Arrays.stream(colors), IntStream.of(0)) : Arrays.stream(colors);
        return new IndexedImage(
                new Plane(width, height, indexes), palette.boxed().toList(), key);
    }

    /** The image's own colors and those that are forced; null when these are too many, or not what is wanted. */
    private @Nullable ExactColors exact() {
        return wanted.palette() == Quantization.PaletteKind.ADAPTIVE ? ExactColors.of(source, forced(), most()) : null;
    }

    /** How many colors there may be beside the transparent one. */
    private int most() {
        return Math.min(wanted.colors(), keyed ? Quantization.MOST - 1 : Quantization.MOST);
    }

    private int[] forced() {
        return wanted.forced().stream()
                .limit(most())
                .mapToInt(color -> OPAQUE | color)
                .sorted()
                .toArray();
    }

    /** Colors, not premultiplied, in ascending order, so that the same image always has the same palette. */
    private int[] colors() {
        return switch (wanted.palette()) {
            case WEB -> FixedPalettes.web();
            case MAC -> FixedPalettes.mac();
            case ADAPTIVE -> adaptive();
        };
    }

    private int[] adaptive() {
        int[] forced = forced();
        ColorCells cells = ColorCells.of(source, soft, forced);
        IntStream found = Arrays.stream(new ColorBoxes(cells).colors(most() - forced.length))
                .map(Premultiplied::undo);
        return IntStream.concat(Arrays.stream(forced), found)
                .sorted()
                .distinct()
                .toArray();
    }

    private byte[] indexes(int[] colors, int key) {
        NearestColors nearest =
                new NearestColors(Arrays.stream(colors).map(Premultiplied::of).toArray(), soft);
        if (wanted.diffuse()) {
            return new Diffusion(source, nearest, key).indexes();
        }
        byte[] indexes = new byte[source.count()];
        for (int i = 0; i < indexes.length; i++) {
            int color = Premultiplied.of(source.color(i));
            indexes[i] = (byte)
                    (source.clear(i)
                            ? key
                            : nearest.nearest(color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff, color >>> 24));
        }
        return indexes;
    }
}
