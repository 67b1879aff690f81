package dev.understudy.codec.jpeg.imageio;

import dev.understudy.codec.jpeg.JpegDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Our decoder as ImageIO knows decoders; for those who make one by its constructor. */
public final class JpegReaderPlugin extends ImageReaderSpi {

    private static final int HEAD = 64;

    public JpegReaderPlugin() {
        super(
                "Understudy",
                "1.0",
                JpegWriterPlugin.NAMES,
                JpegWriterPlugin.SUFFIXES,
                JpegWriterPlugin.MEDIA_TYPES,
                JpegImageReader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        if (!(source instanceof ImageInputStream stream)) {
            return false;
        }
        byte[] head = new byte[HEAD];
        stream.mark();
        try {
            return new JpegDecoder().recognizes(ByteBuffer.wrap(head, 0, read(stream, head)));
        } finally {
            stream.reset();
        }
    }

    /** Fills an array as far as a stream goes, which may give less than that at a time; how many bytes there were. */
    private static int read(ImageInputStream stream, byte[] bytes) throws IOException {
        int count = 0;
        for (int read = 0; read >= 0 && count < bytes.length; read = stream.read(bytes, count, bytes.length - count)) {
            count += read;
        }
        return count;
    }

    @Override
    public ImageReader createReaderInstance(@Nullable Object extension) {
        return new JpegImageReader(this);
    }

    @Override
    public String getDescription(@Nullable Locale locale) {
        return "Understudy's JPEG decoder";
    }
}
