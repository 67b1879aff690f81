package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.EmbeddedJpeg;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a part of a TIFF whose strips or tiles are JPEG images, with the decoder of our own. Images that say of themselves something else
 * than the TIFF says are left to the library, as are those that are progressive.
 *
 * <p>Source: Adobe's TIFF technical note 2, JPEG compression.
 */
final class JpegChunks {

    private final TiffFile file;
    private final Input input;
    private final Region region;
    private final List<Plane> planes;

    private JpegChunks(TiffFile file, Input input, Region region) {
        this.file = file;
        this.input = input;
        this.region = region;
        this.planes = Stream.generate(() -> Plane.blank(region.width(), region.height()))
                .limit(file.kind().samples())
                .toList();
    }

    /**
     * The part in the color model that the file's samples are decoded to.
     *
     * @return nothing when the library has to read it
     * @throws DamagedException when a strip or tile is damaged or too small
     */
    static Optional<Pixels> read(TiffFile file, Input input, Region region) throws IOException, ServeException {
        if (file.kind().coding() != Coding.JPEG || file.kind().photometric().isLab()) {
            return Optional.empty();
        }
        DimensionChecks.check(region.width(), region.height());
        JpegChunks chunks = new JpegChunks(file, input, region);
        try {
            return chunks.readAll() ? Optional.of(chunks.pixels()) : Optional.empty();
        } catch (UnsupportedException e) {
            return Optional.empty();
        }
    }

    private boolean readAll() throws IOException, ServeException {
        ChunkSize size = file.chunks().size();
        int lastRow = (region.y() + region.height() - 1) / size.height();
        int lastColumn = (region.x() + region.width() - 1) / size.width();
        for (int row = region.y() / size.height(); row <= lastRow; row++) {
            for (int column = region.x() / size.width(); column <= lastColumn; column++) {
                if (!read(row, column)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Reads what is wanted of a strip or tile; returns whether it is one that can be read here. */
    private boolean read(int row, int column) throws IOException, ServeException {
        ChunkTable chunks = file.chunks();
        int index = chunks.index(0, row, column);
        try (Input data = input.of(JpegCheck.segments(file, chunks.offset(index), chunks.count(index)))) {
            EmbeddedJpeg image = EmbeddedJpeg.read(data);
            JpegCheck.requireSize(file, image.width(), image.height(), chunks.rows(row));
            JpegCheck.requireComponents(file, image.components());
            if (!isAsSaid(image)) {
                return false;
            }
            int left = column * chunks.size().width();
            int top = row * chunks.size().height();
            Region wanted =
                    new Region(left, top, chunks.size().width(), chunks.size().height()).intersect(region);
            EmbeddedJpeg.Part part =
                    image.decode(new Region(wanted.x() - left, wanted.y() - top, wanted.width(), wanted.height()));
            for (int i = 0; i < planes.size(); i++) {
                copy(part.plane(i), part.region().x() + left, part.region().y() + top, wanted, planes.get(i));
            }
            return true;
        }
    }

    /** Whether the components are what the TIFF says, with no word to the contrary in the image. */
    private boolean isAsSaid(EmbeddedJpeg image) {
        if (image.isProgressive()) {
            return false;
        }
        return switch (file.kind().photometric()) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO -> true;
            case YCBCR -> image.isYcc();
            case RGB -> !image.isJfif() && (!image.isAdobe() || !image.isYcc());
            case SEPARATED -> !image.isJfif() && !image.isAdobe();
            case PALETTE, CIELAB, ICCLAB -> false;
        };
    }

    /** Copies what is wanted of a plane whose first sample is that of the image at {@code left} and {@code top}. */
    private void copy(Plane from, int left, int top, Region wanted, Plane to) {
        for (int y = wanted.y(); y < wanted.y() + wanted.height(); y++) {
            System.arraycopy(
                    from.samples(),
                    (y - top) * from.width() + wanted.x() - left,
                    to.samples(),
                    (y - region.y()) * region.width() + wanted.x() - region.x(),
                    wanted.width());
        }
    }

    private Pixels pixels() {
        return switch (file.kind().photometric()) {
            case YCBCR -> PlaneConversions.toRgb(new Pixels(Samples.YCC, planes, null, null));
            case WHITE_IS_ZERO -> new Pixels(Samples.GRAY, List.of(inverted(planes.get(0))), null, null);
            default -> new Pixels(file.kind().photometric().samples(), planes, null, null);
        };
    }

    private static Plane inverted(Plane plane) {
        byte[] samples = plane.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] ^= (byte) 0xff;
        }
        return plane;
    }
}
