package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.decode.ComponentSamples;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.jpeg.decode.JpegFrameDecoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.io.IOException;
import java.util.List;

/** A JPEG image inside another file, which says what its components mean: they are decoded as they are stored. */
public final class EmbeddedJpeg {

    private final Input input;
    private final JpegFile file;

    private EmbeddedJpeg(Input input, JpegFile file) {
        this.input = input;
        this.file = file;
    }

    /** Reads the head of an image that takes up all of the input. */
    public static EmbeddedJpeg read(Input input) throws IOException, ServeException {
        return new EmbeddedJpeg(input, JpegParser.head(input));
    }

    /** Columns. */
    public int width() {
        return file.frame().width();
    }

    /** Rows. */
    public int height() {
        return file.frame().height();
    }

    /** How many components there are: 1, 3 or 4. */
    public int components() {
        return file.frame().components().size();
    }

    /** Whether the image comes in scans that make each other finer, for which all of it is kept. */
    public boolean isProgressive() {
        return file.frame().progressive();
    }

    /** Whether a reader that knows nothing else takes the components for YCbCr. */
    public boolean isYcc() {
        return file.stored() == JpegFile.StoredColors.YCC;
    }

    /** Whether it is marked as written by Adobe's programs, which store ink upside down and say what the components are. */
    public boolean isAdobe() {
        return file.adobeTransform() >= 0;
    }

    /** Whether it is marked as JFIF, which is gray or YCbCr. */
    public boolean isJfif() {
        return file.jfif();
    }

    /**
     * Decodes a part.
     *
     * @param wanted a part of the image, not empty
     * @throws IOException when samples that are wanted are damaged or missing
     */
    public Part decode(Region wanted) throws IOException {
        FrameLayout layout = FrameLayout.of(file.frame(), wanted, 1);
        return new Part(layout, JpegFrameDecoder.decodeExactly(input, file.firstScan(), layout, file.tables()));
    }

    /** What has been decoded. */
    public static final class Part {

        private final FrameLayout layout;
        private final List<ComponentSamples> components;

        private Part(FrameLayout layout, List<ComponentSamples> components) {
            this.layout = layout;
            this.components = components;
        }

        /** The part of the image: at least what was wanted. */
        public Region region() {
            return layout.region();
        }

        /** The samples of a component, one for each pixel. */
        public Plane plane(int component) {
            return Enlargement.full(components.get(component), layout);
        }
    }
}
