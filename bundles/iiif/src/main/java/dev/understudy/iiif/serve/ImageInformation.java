package dev.understudy.iiif.serve;

import dev.understudy.iiif.request.IiifFormat;
import dev.understudy.image.PixelSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The document that tells clients of an image.
 *
 * <p>Source: IIIF Image API 3.0, section 5.
 */
final class ImageInformation {

    static final String CONTEXT = "http://iiif.io/api/image/3/context.json";
    static final String PROFILE = "http://iiif.io/api/image/3/level2.json";

    /** The smallest side of the smallest size that is named. */
    private static final int SMALLEST = 64;

    private ImageInformation() {}

    /**
     * The document, in the order in which people read it.
     *
     * @param id the URL of the image
     * @param most the largest size that is served; {@link PixelSize#NONE} for any
     */
    static Map<String, Object> of(String id, PixelSize size, PixelSize most, int tileSize) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("@context", CONTEXT);
        told.put("id", id);
        told.put("type", "ImageService3");
        told.put("protocol", "http://iiif.io/api/image");
        told.put("profile", "level2");
        told.put("width", size.width());
        told.put("height", size.height());
        if (!most.equals(PixelSize.NONE)) {
            told.put("maxWidth", most.width());
            told.put("maxHeight", most.height());
        }
        told.put("sizes", sizes(size, most));
        told.put("tiles", List.of(tiles(size, tileSize)));
        told.put("preferredFormats", List.of("webp", "jpg"));
        told.put(
                "extraFormats",
                Stream.of(IiifFormat.values())
                        .filter(format -> format != IiifFormat.JPG && format != IiifFormat.PNG)
                        .map(IiifFormat::toString)
                        .toList());
        told.put("extraQualities", List.of("bitonal", "color", "gray"));
        told.put(
                "extraFeatures",
                List.of("canonicalLinkHeader", "mirroring", "profileLinkHeader", "rotationArbitrary", "sizeUpscaling"));
        return told;
    }

    /** Halves, quarters and so on, the smallest first, as far as they may be asked for. */
    private static List<Map<String, Object>> sizes(PixelSize size, PixelSize most) {
        List<Map<String, Object>> sizes = new ArrayList<>();
        for (int factor = 1; factor == 1 || Math.min(size.width(), size.height()) / factor >= SMALLEST; factor *= 2) {
            PixelSize reduced = new PixelSize(divided(size.width(), factor), divided(size.height(), factor));
            boolean served =
                    most.equals(PixelSize.NONE) || reduced.width() <= most.width() && reduced.height() <= most.height();
            if (served) {
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("width", reduced.width());
                told.put("height", reduced.height());
                sizes.add(0, told);
            }
        }
        return sizes;
    }

    private static Map<String, Object> tiles(PixelSize size, int tileSize) {
        List<Integer> factors = new ArrayList<>();
        int factor = 1;
        do {
            factors.add(factor);
            factor *= 2;
        } while (Math.max(size.width(), size.height()) > (long) tileSize * factor / 2);
        Map<String, Object> tiles = new LinkedHashMap<>();
        tiles.put("width", tileSize);
        tiles.put("scaleFactors", factors);
        return tiles;
    }

    /** As clients reckon it that ask for {@code w,} with a whole number. */
    private static int divided(int side, int factor) {
        return (side + factor - 1) / factor;
    }
}
