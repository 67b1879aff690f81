package dev.understudy.codec.psd;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.PhotoshopResources;
import dev.understudy.codec.raster.Palette;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the sections of a PSD say of its merged image.
 *
 * @param header its head
 * @param palette the colors of indexed samples, null when the samples are colors themselves
 * @param transparency whether the first channel behind the colors is its opacity
 * @param profile the ICC profile, null for none
 * @param resolution pixels an inch, 0 when it does not say
 * @param samples where the samples begin, with what says how they are compressed
 */
record PsdFile(
        PsdHeader header,
        @Nullable Palette palette,
        boolean transparency,
        @Nullable ColorProfile profile,
        double resolution,
        long samples) {

    private static final int HEAD = 26;
    private static final int PALETTE = 768;
    /** Photoshop's resources of sound files, thumbnails among them, are smaller. */
    private static final long MOST_RESOURCES = 1 << 24;

    /** Reads everything before the samples. */
    static PsdFile read(Input input) throws IOException, ServeException {
        return read(input, true);
    }

    /** Reads everything before the samples of a file whose resources may be damaged. */
    static PsdFile damaged(Input input) throws IOException, ServeException {
        return read(input, false);
    }

    private static PsdFile read(Input input, boolean whole) throws IOException, ServeException {
        input.seek(0);
        PsdHeader header = PsdHeader.read(input);
        long colors = input.readUnsignedInt();
        byte[] colorData = colors >= PALETTE ? input.bytes(HEAD + 4, PALETTE) : new byte[0];
        PhotoshopResources resources = PhotoshopResources.read(section(input, HEAD + 4 + colors));
        if (whole) {
            resources.requireSound();
        }
        long layerBytes = header.large() ? input.readLong() : input.readUnsignedInt();
        long start = input.getStreamPosition();
        if (layerBytes < 0 || layerBytes > input.length() - start) {
            throw new EOFException();
        }
        LayerSection section = layers(input, header, start, start + layerBytes);
        requireMerged(section, resources);
        if (section.transparency() && header.mode() == ColorMode.LAB) {
            throw new UnsupportedException("Lab with transparency");
        }
        return new PsdFile(
                header,
                header.mode() == ColorMode.INDEXED ? palette(colorData, resources) : null,
                section.transparency() && header.hasMore(),
                profile(header, resources),
                resolution(resources),
                start + layerBytes);
    }

    /** The blocks of Photoshop's resources alone. */
    static byte[] resources(Input input) throws IOException {
        input.seek(HEAD);
        return section(input, HEAD + 4 + input.readUnsignedInt());
    }

    private static byte[] section(Input input, long position) throws IOException {
        input.seek(position);
        long length = input.readUnsignedInt();
        if (length > MOST_RESOURCES) {
            throw new DamagedException("its resources have " + length + " bytes");
        }
        return input.bytes(position + 4, length);
    }

    /** What the layers say; damage to them does no harm to an image that has no channel whose meaning they tell. */
    private static LayerSection layers(Input input, PsdHeader header, long start, long end) throws IOException {
        try {
            return LayerSection.read(input, header, start, end);
        } catch (DamagedException e) {
            if (header.hasMore()) {
                throw e;
            }
            input.forgive(String.valueOf(e.getMessage()));
            return new LayerSection(true, false);
        }
    }

    /** Refuses files whose merged image is blank, since it was not wanted when they were saved. */
    private static void requireMerged(LayerSection section, PhotoshopResources resources) throws IOException {
        ByteBuffer version = resources.data(PhotoshopResources.VERSION);
        boolean blank = version != null && version.remaining() > 4 && version.get(4) == 0;
        if (blank && section.layers()) {
            throw new UnsupportedException(
                    "layers without a merged image, which 'Maximize Compatibility' adds when it is saved");
        }
    }

    private static Palette palette(byte[] planes, PhotoshopResources resources) throws DamagedException {
        if (planes.length < PALETTE) {
            throw new DamagedException("it has no palette");
        }
        byte[] colors = new byte[PALETTE];
        for (int i = 0; i < PALETTE; i++) {
            colors[i] = planes[i % 3 * (PALETTE / 3) + i / 3];
        }
        Palette palette = Palette.ofRgb(colors);
        ByteBuffer transparent = resources.data(PhotoshopResources.TRANSPARENT_INDEX);
        if (transparent != null && transparent.remaining() < Short.BYTES) {
            throw new DamagedException("its transparent color is no number");
        }
        int index = transparent == null ? -1 : transparent.getShort();
        return index >= 0 && index < PALETTE / 3 ? palette.withTransparent(index) : palette;
    }

    /** The profile of colors that are handed out as they are stored. */
    private static @Nullable ColorProfile profile(PsdHeader header, PhotoshopResources resources) throws IOException {
        byte[] profile = resources.bytes(PhotoshopResources.ICC_PROFILE);
        if (header.depth() == LinearLight.DEPTH) {
            LinearLight.requirePrimaries(profile);
            return null;
        }
        return profile == null || header.mode() == ColorMode.LAB ? null : new ColorProfile(profile);
    }

    private static double resolution(PhotoshopResources resources) {
        ByteBuffer data = resources.data(PhotoshopResources.RESOLUTION);
        return data == null || data.remaining() < 4 ? 0 : Math.max(0, data.getInt() / 65536.0);
    }

    boolean alpha() {
        return transparency || (palette != null && palette.transparent());
    }

    ImageInfo info() {
        return new ImageInfo(
                "psd",
                header.width(),
                header.height(),
                Orientation.NORMAL,
                header.mode().samples(),
                header.depth(),
                alpha(),
                profile != null,
                resolution);
    }
}
