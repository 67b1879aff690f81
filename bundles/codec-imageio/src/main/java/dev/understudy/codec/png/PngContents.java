package dev.understudy.codec.png;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.Density;
import dev.understudy.codec.meta.Exif;
import dev.understudy.codec.raster.Palette;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what the chunks of a PNG say. Of chunks that there should be only one of, the first counts. */
final class PngContents {

    private static final int HEAD = 8;
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final int PALETTE_BYTES = 768;
    /** Deflate at its best. */
    private static final int BEST_RATIO = 1032;

    private final Input input;
    private @Nullable PngHeader header;
    private @Nullable Palette palette;
    private byte @Nullable [] transparency;
    private @Nullable ColorProfile profile;
    private double density;
    private @Nullable Exif exif;

    PngContents(Input input) {
        this.input = input;
    }

    /** Takes a chunk that stands before the samples, from its position on. */
    void add(String type, long start, int length) throws IOException, ServeException {
        switch (type) {
            case "IHDR" -> readHeader(content(start, length));
            case "PLTE" -> readPalette(content(start, length));
            case "tRNS" -> transparency = transparency == null ? content(start, length) : transparency;
            case "iCCP" -> profile = profile == null ? PngProfile.read(content(start, length)) : profile;
            case "pHYs" -> readDensity(content(start, length));
            case "eXIf" -> exif = exif == null ? Exif.read(input.part(start + HEAD, length)) : exif;
            default -> {}
        }
    }

    private byte[] content(long start, int length) throws IOException {
        return input.bytes(start + HEAD, length);
    }

    private void readHeader(byte[] content) throws IOException, ServeException {
        if (header != null) {
            throw new DamagedException("it has two headers");
        }
        header = PngHeader.parse(content);
        DimensionChecks.check(header.width(), header.height());
        DimensionChecks.requirePlausible(header.rawBytes(), input.length(), BEST_RATIO);
    }

    private void readPalette(byte[] content) throws DamagedException {
        if (content.length % 3 != 0 || content.length == 0 || content.length > PALETTE_BYTES) {
            throw new DamagedException("its palette has " + content.length + " bytes");
        }
        if (palette != null) {
            throw new DamagedException("it has two palettes");
        }
        palette = Palette.ofRgb(content);
    }

    private void readDensity(byte[] content) {
        if (content.length == 9 && content[8] == 1) {
            density = Density.ofMetre(ByteBuffer.wrap(content).getInt());
        }
    }

    PngHeader header() throws DamagedException {
        if (header == null) {
            throw new DamagedException("it does not begin with a header");
        }
        return header;
    }

    /** Whether a chunk decides how pixels look. */
    boolean matters(String type) throws DamagedException {
        return switch (type) {
            case "IEND" -> false;
            case "tRNS" -> !header().alphaChannel();
            default -> Character.isUpperCase(type.charAt(0));
        };
    }

    /** Fails when a chunk may change what all others mean, which those do that are named in capitals. */
    void requireKnown(String type) throws DamagedException, UnsupportedException {
        if (!type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
            throw new DamagedException("a chunk whose name is none");
        }
        if (Character.isUpperCase(type.charAt(0)) && !CRITICAL.contains(type)) {
            throw new UnsupportedException("a chunk " + type + ", which nobody may pass over");
        }
    }

    /** Whether the decoder needs a chunk. */
    boolean isDecodable(String type) throws DamagedException {
        return type.equals("PLTE")
                ? header().colorType() == PngHeader.PALETTE
                : Character.isUpperCase(type.charAt(0)) && !type.equals("IEND");
    }

    /** All of it. */
    PngFile file(List<InputSegment> decodableSegments) throws DamagedException {
        return new PngFile(
                header(), colors(), key(), profile, density, exif == null ? Exif.NONE : exif, decodableSegments);
    }

    /** The one transparent color of an image without alpha and palette. */
    private List<Integer> key() throws DamagedException {
        boolean keyed = header().colorType() == PngHeader.GRAY || header().colorType() == PngHeader.RGB;
        List<Integer> key = new ArrayList<>();
        if (keyed && transparency != null && transparency.length >= 2 * header().bands()) {
            for (int i = 0; i < header().bands(); i++) {
                key.add((transparency[2 * i] & 0xff) << 8 | (transparency[2 * i + 1] & 0xff));
            }
        }
        return key;
    }

    /** The palette of an image that needs one. */
    private @Nullable Palette colors() throws DamagedException {
        if (header().colorType() != PngHeader.PALETTE) {
            return null;
        }
        if (palette == null) {
            throw new DamagedException("it has no palette");
        }
        return transparency == null ? palette : palette.withAlpha(transparency);
    }
}
