package dev.understudy.codec.jpeg.imageio;

import java.util.Locale;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Our encoder as ImageIO knows encoders; for those who make one by its constructor. */
public final class JpegWriterPlugin extends ImageWriterSpi {

    static final String[] NAMES = {"jpeg", "JPEG", "jpg", "JPG"};
    static final String[] SUFFIXES = {"jpg", "jpeg"};
    static final String[] MEDIA_TYPES = {"image/jpeg"};

    public JpegWriterPlugin() {
        super(
                "Understudy",
                "1.0",
                NAMES,
                SUFFIXES,
                MEDIA_TYPES,
                JpegImageWriter.class.getName(),
                new Class<?>[] {ImageOutputStream.class},
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

    /** Whether the image is of gray or of red, green and blue; opacity is left out. */
    @Override
    public boolean canEncodeImage(ImageTypeSpecifier type) {
        int colors = type.getColorModel().getNumColorComponents();
        return colors == 1 || colors == 3;
    }

    @Override
    public ImageWriter createWriterInstance(@Nullable Object extension) {
        return new JpegImageWriter(this);
    }

    @Override
    public String getDescription(@Nullable Locale locale) {
        return "Understudy's JPEG encoder";
    }
}
