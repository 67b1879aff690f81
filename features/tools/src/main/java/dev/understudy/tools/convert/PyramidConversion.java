package dev.understudy.tools.convert;

import dev.understudy.codec.tiff.PyramidShape;
import dev.understudy.codec.tiff.TiffDecoder;
import dev.understudy.codec.tiff.TiffEncoder;
import dev.understudy.codec.tiff.TiffPyramidWriter;
import dev.understudy.engine.codec.DecoderChoice;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Decoder;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.tools.setup.FileOnDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Makes pyramids of image files, with the decoders of the server and as strictly as the server reads them. */
final class PyramidConversion {

    private final List<Decoder> decoders;
    private final PyramidSettings settings;
    private final MemoryShare memory;

    PyramidConversion(List<Decoder> decoders, PyramidSettings settings, MemoryShare memory) {
        this.decoders = decoders;
        this.settings = settings;
        this.memory = memory;
    }

    /**
     * Converts a file.
     *
     * @param progress told what part of the image has been done since it was told last
     * @return what its source was
     * @throws ServeException when the source is damaged or not supported
     */
    ImageInfo convert(Path from, Path to, DoubleConsumer progress) throws IOException, ServeException {
        try (Source source = FileOnDisk.open(from)) {
            Decoder decoder = DecoderChoice.of(decoders, source);
            ImageInfo info = decoder.inspect(source, Tolerance.STRICT);
            SourceBands bands = new SourceBands(decoder, source, info);
            PyramidShape shape = new PyramidShape(
                    new PixelSize(info.width(), info.height()),
                    bands.samples(),
                    info.alpha(),
                    info.orientation(),
                    settings.tile());
            int rows = rows(bands, PyramidRows.memory(shape));
            try (MemoryShare.Taken taken = memory.take(bands.memory(rows) + PyramidRows.memory(shape));
                    PartFile file = PartFile.create(to)) {
                EncodeOptions options = options(decoder, source, info);
                TiffPyramidWriter writer = new TiffPyramidWriter(file.channel(), shape, options, settings.bigFrom());
                PyramidRows pyramid = new PyramidRows(writer, shape, settings.downsampling(), settings.linear());
                bands.read(rows, (planes, start) -> {
                    pyramid.add(planes, start);
                    progress.accept(1.0 / info.height());
                });
                writer.finish();
                check(file.path(), shape);
                file.finish();
            }
            return info;
        }
    }

    private int rows(SourceBands bands, long besides) throws ServeException {
        int rows = bands.rows(memory.fair() - besides);
        if (bands.memory(rows) + besides <= memory.fair()) {
            return rows;
        }
        rows = bands.rows(memory.most() - besides);
        long needed = bands.memory(rows) + besides;
        if (needed > memory.most()) {
            long mebibyte = 1 << 20;
            throw new ServeException(new Failure.TooLarge(
                    "the memory that " + bands.source().key() + " takes, " + (needed / mebibyte + 1) + " MiB,",
                    memory.most() / mebibyte + " MiB: more by JAVA_OPTS=-Xmx or --memory"));
        }
        return rows;
    }

    private EncodeOptions options(Decoder decoder, Source source, ImageInfo info) throws ServeException {
        Double wanted = settings.resolution();
        Embedded embedded = new Embedded(
                wanted == null ? info.resolution() : wanted,
                settings.profile() && info.profile() ? decoder.profile(source, Tolerance.STRICT) : null,
                settings.xmp() ? decoder.xmp(source) : null,
                decoder.paths(source));
        TileCompression compression = settings.compression(info.alpha());
        return EncodeOptions.of(new TiffEncoder().formats().get(0), compression.compression())
                .withQuality(settings.quality())
                .withFullChroma(settings.fullChroma())
                .withEmbedded(embedded);
    }

    /** Fails unless the server would find every image of the pyramid. */
    private static void check(Path written, PyramidShape shape) throws IOException, ServeException {
        try (Source file = FileOnDisk.open(written)) {
            ImageInfo info = new TiffDecoder().inspect(file, Tolerance.STRICT);
            if (info.smallerInFile() != 1 << (shape.levels().size() - 1)) {
                throw new IllegalStateException("a pyramid down to 1/" + info.smallerInFile() + " of " + shape);
            }
        }
    }
}
