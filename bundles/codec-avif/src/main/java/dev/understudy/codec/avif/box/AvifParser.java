package dev.understudy.codec.avif.box;

import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the container of an AVIF. It must hold a whole image; the decoder of AV1 gets no more of it than coded images.
 *
 * <p>Source: AV1 Image File Format (AVIF) and ISO/IEC 23008-12.
 */
public final class AvifParser {

    /** Longest box {@code meta} that is read; what is in it is small but for a profile. */
    private static final long LONGEST_META = 1 << 25;

    private static final Set<String> KNOWN =
            Set.of("ispe", "pixi", "av1C", "colr", "auxC", "irot", "imir", "pasp", "clli", "mdcv", "cclv", "amve");

    private final Input input;
    private final ItemTable items;
    private final CodedImageParser images;

    private AvifParser(Input input) throws IOException {
        this.input = input;
        items = ItemTableParser.parse(input, findMeta(input));
        images = new CodedImageParser(input, items);
    }

    /** What the file says of its image. */
    public static AvifFile parse(Input input) throws IOException, ServeException {
        return new AvifParser(input).parse();
    }

    private static IsoBox findMeta(Input input) throws IOException {
        long position = 0;
        while (position < input.length()) {
            IsoBox box = IsoBox.read(input, position, input.length());
            if (position == 0 && !box.type().equals("ftyp")) {
                throw new DamagedException("it does not begin as one");
            }
            if (box.type().equals("meta")) {
                if (box.end() > input.length() || box.length() > LONGEST_META) {
                    throw new DamagedException("its box 'meta' is cut short");
                }
                return box;
            }
            position = box.end();
        }
        throw new DamagedException("it has no box 'meta'");
    }

    private AvifFile parse() throws IOException, ServeException {
        ImageItem color = items.item(items.primary());
        requireKnown(color);
        CodedImage image = images.parse(color);
        ImageItem alpha = findAlpha(color);
        CodedImage opacity = null;
        if (alpha != null) {
            requireKnown(alpha);
            opacity = images.parse(alpha);
            if (opacity.width() != image.width() || opacity.height() != image.height()) {
                throw new DamagedException("its opacity is of another size");
            }
        }
        ColorCodes codes = readCodes(color, image.header().color());
        return new AvifFile(
                image,
                opacity,
                items.refers(color, "prem", alpha),
                codes,
                OrientationParser.parse(input, color),
                readProfile(color));
    }

    /** Refuses an image that is not what it seems to be without a property that is not known here. */
    private static void requireKnown(ImageItem item) throws UnsupportedException {
        for (ImageItem.Property property : item.properties()) {
            String type = property.box().type();
            if (type.equals("clap") || (property.essential() && !KNOWN.contains(type))) {
                throw new UnsupportedException("one with the property '" + type + "'");
            }
        }
    }

    private @Nullable ImageItem findAlpha(ImageItem color) throws IOException {
        for (ImageItem candidate : items.referring(color, "auxl")) {
            IsoBox type = candidate.property("auxC");
            if (type != null) {
                FieldReader in = FieldReader.of(input, type);
                in.version();
                if (AuxiliaryType.isAlpha(in.terminated())) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private ColorCodes readCodes(ImageItem item, ColorCodes coded) throws IOException {
        FieldReader in = colors(item, List.of("nclx"));
        if (in == null) {
            return coded;
        }
        return new ColorCodes(in.u16(), in.u16(), in.u16(), (in.u8() & 0x80) != 0);
    }

    private @Nullable ColorProfile readProfile(ImageItem item) throws IOException {
        FieldReader in = colors(item, List.of("prof", "rICC"));
        return in == null ? null : new ColorProfile(in.rest());
    }

    /** The fields of the color property of one of some kinds, behind the kind; null for none. */
    private @Nullable FieldReader colors(ImageItem item, List<String> kinds) throws IOException {
        for (ImageItem.Property property : item.properties()) {
            if (property.box().type().equals("colr")) {
                FieldReader in = FieldReader.of(input, property.box());
                if (kinds.contains(in.text(4))) {
                    return in;
                }
            }
        }
        return null;
    }
}
