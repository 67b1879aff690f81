package dev.understudy.tools.convert;

import dev.understudy.codec.jpeg.JpegTiles;
import dev.understudy.codec.tiff.PyramidShape;
import dev.understudy.codec.tiff.StoredTiles;
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
import java.util.Optional;
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
            Optional<JpegTiles> stored = stored(decoder, source);
            int rows = rows(bands, PyramidRows.memory(shape));
            int tileRows = stored.map(this::tileRows).orElse(0);
            long tiles = stored.map(one -> one.memory(tileRows)).orElse(0L);
            long taking = Math.max(bands.memory(rows), tiles) + PyramidRows.memory(shape);
            try (MemoryShare.Taken taken = memory.take(taking);
                    PartFile file = PartFile.create(to)) {
                EncodeOptions options = options(decoder, source, info);
                TiffPyramidWriter writer = new TiffPyramidWriter(
                        file.channel(),
                        shape,
                        options,
                        settings.bigFrom(),
                        stored.map(one -> new StoredTiles(one.samples(), one.horizontal(), one.vertical()))
                                .orElse(null));
                PyramidRows pyramid =
                        new PyramidRows(writer, shape, settings.downsampling(), settings.linear(), stored.isEmpty());
                bands.read(rows, (planes, start) -> {
                    pyramid.add(planes, start);
                    progress.accept(1.0 / info.height());
                });
                if (stored.isPresent()) {
                    stored.get().cut(tileRows, writer::writeStored);
                }
                writer.finish();
                check(file.path(), shape);
                file.finish();
            }
            return info;
        }
    }

    /**
     * Looks at the head of a file.
     *
     * @throws ServeException when it is of no known format, or cannot be read
     */
    void recognize(Path file) throws IOException, ServeException {
        try (Source source = FileOnDisk.open(file)) {
            DecoderChoice.of(decoders, source);
        }
    }

    /** Whether the head of a file is that of an image. */
    boolean isImage(Path file) {
        try {
            recognize(file);
            return true;
        } catch (IOException | ServeException e) {
            return false;
        }
    }

    /** The tiles of a JPEG whose codes are handed on; nothing where they are not. */
    private Optional<JpegTiles> stored(Decoder decoder, Source source) throws IOException, ServeException {
        return settings.decodesJpeg() || !decoder.format().equals("jpeg")
                ? Optional.empty()
                : JpegTiles.of(source, settings.tile());
    }

    /** How many rows of tiles are cut at a time: as many as there is memory for, so that the file is read seldom. */
    private int tileRows(JpegTiles tiles) {
        int rows = tiles.rows();
        while (rows > 1 && tiles.memory(rows) > memory.fair()) {
            rows = (rows + 1) / 2;
        }
        return rows;
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
