package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.CanaryFill;
import dev.understudy.codec.guard.DamageListener;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/** Reads a part of a TIFF with the library, a column of strips or tiles at a time. */
final class SampleReader {

    private final ImageReaderSpi plugin;
    private final TiffFile file;
    private final Input input;
    private final Region region;

    /**
     * A reader.
     *
     * @param region the part; all, where {@link #readsParts} says so
     */
    SampleReader(ImageReaderSpi plugin, TiffFile file, Input input, Region region) {
        this.plugin = plugin;
        this.file = file;
        this.input = input;
        this.region = region;
    }

    /** Whether parts of such a file can be read. */
    static boolean readsParts(TiffFile file) {
        return file.kind().coding() != Coding.OLD_JPEG;
    }

    /** The part as the library has it. */
    BufferedImage read(CanaryFill fill) throws IOException, ServeException {
        return read(fill, false);
    }

    /** What can be read of the part; elsewhere the filling is left. */
    BufferedImage salvage(CanaryFill fill) throws IOException, ServeException {
        return read(fill, true);
    }

    private BufferedImage read(CanaryFill fill, boolean salvage) throws IOException, ServeException {
        DimensionChecks.check(region.width(), region.height());
        if (!readsParts(file)) {
            Rectangle all = new Rectangle(0, 0, file.width(), file.height());
            return paint(null, fill, List.of(new InputSegment.OfFile(0, input.length())), all, 0, salvage);
        }
        int width = file.chunks().size().width();
        int lastColumn = (region.x() + region.width() - 1) / width;
        BufferedImage image = paintColumn(null, fill, region.x() / width, salvage);
        for (int column = region.x() / width + 1; column <= lastColumn; column++) {
            paintColumn(image, fill, column, salvage);
        }
        return image;
    }

    private BufferedImage paintColumn(@Nullable BufferedImage image, CanaryFill fill, int column, boolean salvage)
            throws IOException {
        ChunkSize size = file.chunks().size();
        int firstRow = region.y() / size.height();
        int rows = (region.y() + region.height() - 1) / size.height() - firstRow + 1;
        int start = column * size.width();
        int left = Math.max(region.x(), start);
        int right = Math.min(region.x() + region.width(), start + size.width());
        int top = region.y() - firstRow * size.height();
        List<InputSegment> strips = salvage
                ? ColumnFile.salvage(file, input, column, firstRow, rows)
                : ColumnFile.of(file, input, column, firstRow, rows);
        Rectangle part = new Rectangle(left - start, top, right - left, region.height());
        return paint(image, fill, strips, part, left - region.x(), salvage);
    }

    /**
     * Paints a part of a file onto an image.
     *
     * @param image the image; null to begin with
     * @param x where the part begins in the image
     * @return the image
     */
    private BufferedImage paint(
            @Nullable BufferedImage image,
            CanaryFill fill,
            List<InputSegment> segments,
            Rectangle part,
            int x,
            boolean salvage)
            throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try (Input data = input.of(segments)) {
            DamageListener damage = new DamageListener();
            reader.addIIOReadWarningListener(damage);
            reader.setInput(data);
            BufferedImage painted = image == null ? fill.image(reader, region.width(), region.height()) : image;
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(part);
            param.setDestination(painted.getSubimage(x, 0, part.width, part.height));
            if (salvage) {
                Salvage.readAsFarAsPossible(reader, param);
            } else {
                reader.read(0, param);
                damage.check();
            }
            return painted;
        } finally {
            reader.dispose();
        }
    }
}
