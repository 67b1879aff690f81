package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.CanaryFill;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Reads colors of 2 and 4 bits a sample. The library does not take these apart, but the bits of a row of them are those of a row of gray,
 * which has a pixel for each sample; so they are read as gray and taken apart here.
 */
final class PackedSamples {

    private final ImageReaderSpi plugin;
    private final TiffFile file;
    private final Input input;
    private final Region region;

    /**
     * A reader of a part of a file whose kind is {@linkplain SampleKind#isPacked packed}.
     *
     * @param plugin the library's reader
     */
    PackedSamples(ImageReaderSpi plugin, TiffFile file, Input input, Region region) {
        this.plugin = plugin;
        this.file = file;
        this.input = input;
        this.region = region;
    }

    /** The colors of the part, and its opacity where the file has that. */
    Pixels read() throws IOException, ServeException {
        SampleKind kind = file.kind();
        List<Plane> planes = kind.planar() ? readApart() : readTogether();
        int colors = kind.photometric().stored();
        return new Pixels(
                kind.photometric().samples(),
                planes.subList(0, colors),
                file.extra() == TiffFile.Extra.NONE ? null : planes.get(colors),
                null);
    }

    private List<Plane> readApart() throws IOException, ServeException {
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < file.kind().samples(); i++) {
            planes.add(readGray(file.grayPlane(i), region));
        }
        return planes;
    }

    private List<Plane> readTogether() throws IOException, ServeException {
        int samples = file.kind().samples();
        Region wide = new Region(region.x() * samples, region.y(), region.width() * samples, region.height());
        byte[] mixed = readGray(file.grayRows(), wide).samples();
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            Plane plane = Plane.blank(region.width(), region.height());
            byte[] single = plane.samples();
            for (int at = 0; at < single.length; at++) {
                single[at] = mixed[at * samples + i];
            }
            planes.add(plane);
        }
        return planes;
    }

    private Plane readGray(TiffFile gray, Region part) throws IOException, ServeException {
        SampleReader reader = new SampleReader(plugin, gray, input, part);
        return RasterImages.gray(reader.read(CanaryFill.DARK), false).plane(0);
    }
}
