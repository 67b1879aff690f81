package dev.understudy.codec.webp;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.image.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Decodes in plain Java, on systems that libwebp is not there for. */
final class TwelveMonkeysFrameDecoder implements FrameDecoder {

    /** The most pixels a byte of data gives: the reader goes on long after the end of its data. */
    private static final int BEST_RATIO = 4000;

    private static final int CHEAP_PIXELS = 1 << 20;

    private final ImageReaderSpi plugin = new WebPImageReaderSpi();

    /** Padding after the data, since the reader reads some bytes ahead of what it needs. */
    private static final InputSegment TAIL = new InputSegment.InMemory(ByteBuffer.allocate(16));

    @Override
    public Pixels decode(Input input, WebpFile.FrameChunk frame) throws IOException {
        List<InputSegment> segments = new ArrayList<>(frame.file());
        segments.add(TAIL);
        ImageReader reader = plugin.createReaderInstance();
        try (Input file = input.of(segments)) {
            long pixels = (long) frame.width() * frame.height();
            if (pixels > CHEAP_PIXELS && pixels / BEST_RATIO > file.length()) {
                throw new DamagedException("the file is too short for the size of its image");
            }
            reader.setInput(file);
            return RasterImages.rgb(reader.read(0), frame.alpha());
        } finally {
            reader.dispose();
        }
    }
}
