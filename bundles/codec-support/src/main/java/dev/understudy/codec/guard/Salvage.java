package dev.understudy.codec.guard;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.io.SourceReadException;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads with a reader of ImageIO what can be read of a damaged file: twice, onto grounds of different colors. Where the
 * ground shows, the reader had given up.
 *
 * @param image what was read, at full size
 * @param decoded which of its pixels were
 */
public record Salvage(BufferedImage image, DecodedMask decoded) {

    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    /** The remains of a damaged file. */
    public static Salvage read(ImageReaderSpi plugin, Input input, List<InputSegment> file) throws IOException {
        return of(read(plugin, input.of(file), CanaryFill.DARK), read(plugin, input.of(file), CanaryFill.LIGHT));
    }

    /** The remains that a reader painted on two grounds. */
    public static Salvage of(BufferedImage onDark, BufferedImage onLight) {
        return new Salvage(onDark, DecodedMask.ofEqual(onDark.getRaster(), onLight.getRaster()));
    }

    /**
     * What is left of an image, with {@linkplain DecodedMask#fill gray} for the rest.
     *
     * @throws DamagedException when nothing is
     */
    public static Pixels fill(DecodedMask decoded, Pixels pixels) throws DamagedException {
        if (decoded.isEmpty()) {
            throw new DamagedException("no pixel of it can be read");
        }
        return decoded.fill(pixels);
    }

    private static BufferedImage read(ImageReaderSpi plugin, Input input, CanaryFill fill) throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try (input) {
            reader.setInput(input, true, true);
            BufferedImage image = fill.image(reader, reader.getWidth(0), reader.getHeight(0));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestination(image);
            readAsFarAsPossible(reader, param);
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** Has a reader paint until it gives up. */
    public static void readAsFarAsPossible(ImageReader reader, ImageReadParam param) throws IOException {
        try {
            reader.read(0, param);
        } catch (IOException | RuntimeException e) {
            if (LibraryBoundary.beneath(e) != e || e instanceof SourceReadException) {
                throw e;
            }
            LOG.debug("Given up where it is damaged", e);
        }
    }
}
