package dev.understudy.codec.guard;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * What a reader paints onto. Readers do not say which pixels they have painted; those that come out the same on both
 * grounds are.
 */
public enum CanaryFill {
    /** All samples 0. */
    DARK,
    /** All samples as large as they can be. */
    LIGHT;

    /** An image of the kind that a reader paints its first image on. */
    public BufferedImage image(ImageReader reader, int width, int height) throws IOException {
        BufferedImage image = reader.getImageTypes(0).next().createBufferedImage(width, height);
        if (this == LIGHT) {
            lighten(image.getRaster().getDataBuffer());
        }
        return image;
    }

    private static void lighten(DataBuffer samples) {
        boolean fractions =
                samples.getDataType() == DataBuffer.TYPE_FLOAT || samples.getDataType() == DataBuffer.TYPE_DOUBLE;
        for (int bank = 0; bank < samples.getNumBanks(); bank++) {
            for (int i = 0; i < samples.getSize(); i++) {
                samples.setElem(bank, i, fractions ? 1 : -1);
            }
        }
    }
}
