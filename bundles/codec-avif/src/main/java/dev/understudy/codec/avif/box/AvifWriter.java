package dev.understudy.codec.avif.box;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.av1.SequenceHeader;
import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.image.ColorProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an AVIF file around coded images.
 *
 * <p>Source: AV1 Image File Format (AVIF) and ISO/IEC 23008-12.
 */
public final class AvifWriter {

    private static final int COLOR_ITEM = 1;
    private static final int ALPHA_ITEM = 2;
    private static final int ESSENTIAL = 0x80;

    private final BoxWriter out = new BoxWriter();
    private final TemporalUnit color;
    private final @Nullable TemporalUnit alpha;
    private final ColorCodes codes;
    private final @Nullable ColorProfile profile;

    private AvifWriter(
            TemporalUnit color, @Nullable TemporalUnit alpha, ColorCodes codes, @Nullable ColorProfile profile) {
        this.color = color;
        this.alpha = alpha;
        this.codes = codes;
        this.profile = profile;
    }

    /**
     * A file.
     *
     * @param color the coded colors
     * @param alpha the coded opacity, as large; null for an opaque image
     * @param codes what the samples of color mean
     * @param profile the profile to embed, null for none
     */
    public static byte[] write(
            TemporalUnit color, @Nullable TemporalUnit alpha, ColorCodes codes, @Nullable ColorProfile profile) {
        int start = new AvifWriter(color, alpha, codes, profile).writeHead(0).length();
        BoxWriter file = new AvifWriter(color, alpha, codes, profile).writeHead(start + 8);
        file.box("mdat", () -> {
            file.raw(color.bytes());
            if (alpha != null) {
                file.raw(alpha.bytes());
            }
        });
        return file.toByteArray();
    }

    private BoxWriter writeHead(int dataStart) {
        out.box("ftyp", () -> out.text("avif").u32(0).text("avif").text("mif1").text("miaf"));
        return out.box("meta", 0, 0, () -> {
            out.box(
                    "hdlr",
                    0,
                    0,
                    () -> out.u32(0).text("pict").u32(0).u32(0).u32(0).u8(0));
            out.box("pitm", 0, 0, () -> out.u16(COLOR_ITEM));
            writeLocations(dataStart);
            writeItems();
            if (alpha != null) {
                out.box(
                        "iref",
                        0,
                        0,
                        () -> out.box("auxl", () -> out.u16(ALPHA_ITEM).u16(1).u16(COLOR_ITEM)));
            }
            writeProperties();
        });
    }

    private void writeLocations(int dataStart) {
        out.box("iloc", 0, 0, () -> {
            out.u8(0x44).u8(0).u16(alpha == null ? 1 : 2);
            writeLocation(COLOR_ITEM, dataStart, color);
            if (alpha != null) {
                writeLocation(ALPHA_ITEM, dataStart + color.bytes().length, alpha);
            }
        });
    }

    private void writeLocation(int item, int start, TemporalUnit unit) {
        out.u16(item).u16(0).u16(1).u32(start).u32(unit.bytes().length);
    }

    private void writeItems() {
        out.box("iinf", 0, 0, () -> {
            out.u16(alpha == null ? 1 : 2);
            writeItem(COLOR_ITEM, "Color");
            if (alpha != null) {
                writeItem(ALPHA_ITEM, "Alpha");
            }
        });
    }

    private void writeItem(int item, String name) {
        out.box("infe", 2, 0, () -> out.u16(item).u16(0).text("av01").terminated(name));
    }

    /** The properties, and which item has which; the size is that of both. */
    private void writeProperties() {
        List<Integer> ofColor = new ArrayList<>();
        List<Integer> ofAlpha = new ArrayList<>();
        out.box("iprp", () -> {
            out.box("ipco", () -> {
                int size = writeSize(color.header());
                ofColor.add(size);
                int next = writeCoding(color, size + 1, ofColor);
                next = writeColor(next, ofColor);
                if (alpha != null) {
                    ofAlpha.add(size);
                    next = writeCoding(alpha, next, ofAlpha);
                    out.box("auxC", 0, 0, () -> out.terminated(AuxiliaryType.ALPHA));
                    ofAlpha.add(next);
                }
            });
            out.box("ipma", 0, 0, () -> {
                out.u32(alpha == null ? 1 : 2);
                writeAssociations(COLOR_ITEM, ofColor);
                if (alpha != null) {
                    writeAssociations(ALPHA_ITEM, ofAlpha);
                }
            });
        });
    }

    private int writeSize(SequenceHeader header) {
        out.box("ispe", 0, 0, () -> out.u32(header.width()).u32(header.height()));
        return 1;
    }

    private int writeCoding(TemporalUnit unit, int index, List<Integer> of) {
        SequenceHeader header = unit.header();
        int planes = header.chroma().planes();
        out.box("pixi", 0, 0, () -> {
            out.u8(planes);
            for (int i = 0; i < planes; i++) {
                out.u8(header.bits());
            }
        });
        of.add(index);
        out.box(
                "av1C",
                () -> out.u8(0x81)
                        .u8(header.profile() << 5 | header.level())
                        .u8(flags(header))
                        .u8(0));
        of.add(index + 1 | ESSENTIAL);
        return index + 2;
    }

    private static int flags(SequenceHeader header) {
        boolean gray = header.chroma() == ChromaFormat.NONE;
        return (header.highTier() ? 0x80 : 0)
                | (header.bits() > 8 ? 0x40 : 0)
                | (header.bits() > 10 ? 0x20 : 0)
                | (gray ? 0x10 : 0)
                | (gray || header.chroma().reducesColumns() ? 8 : 0)
                | (gray || header.chroma().reducesRows() ? 4 : 0)
                | header.chromaPosition();
    }

    private int writeColor(int index, List<Integer> of) {
        int next = index;
        if (profile != null) {
            out.box("colr", () -> out.text("prof").raw(profile.bytes()));
            of.add(next++);
        }
        out.box(
                "colr",
                () -> out.text("nclx")
                        .u16(codes.primaries())
                        .u16(codes.transfer())
                        .u16(codes.matrix())
                        .u8(codes.fullRange() ? 0x80 : 0));
        of.add(next++);
        return next;
    }

    private void writeAssociations(int item, List<Integer> properties) {
        out.u16(item).u8(properties.size());
        properties.forEach(out::u8);
    }
}
