package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.decode.AcceleratorException;
import dev.understudy.codec.jpeg.decode.ComponentSamples;
import dev.understudy.codec.jpeg.decode.FrameAccelerator;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.jpeg.decode.JpegFrameDecoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Has an accelerator decode small images, and compares the samples with those of our own decoder. */
public final class AcceleratorTrial {

    private AcceleratorTrial() {}

    /**
     * What an accelerator does wrong with images at full size, one of each usual chroma subsampling and quality; empty when it makes the same
     * samples, to the last bit.
     */
    public static Optional<String> failure(FrameAccelerator accelerator) {
        for (TrialImage image : TrialImage.values()) {
            Optional<String> failure = failure(accelerator, image);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> failure(FrameAccelerator accelerator, TrialImage image) {
        try {
            Input input = Input.of(image.file());
            JpegFile file = JpegParser.head(input);
            Region whole = new Region(0, 0, file.frame().width(), file.frame().height());
            FrameLayout layout = FrameLayout.of(file.frame(), whole, 1);
            List<ComponentSamples> expected = JpegFrameDecoder.decode(
                    input, file.firstScan(), layout, file.tables(), Tolerance.STRICT, IdleProcessors.NONE);
            return failure(accelerator, image, input, layout, expected);
        } catch (IOException | ServeException e) {
            throw new IllegalStateException("an image of our own cannot be read", e);
        }
    }

    private static Optional<String> failure(
            FrameAccelerator accelerator,
            TrialImage image,
            Input input,
            FrameLayout layout,
            List<ComponentSamples> expected)
            throws IOException {
        try (FrameAccelerator.LoadedFrame frame = accelerator.load(input, layout)) {
            Optional<List<byte[]>> actual = frame.decode();
            if (actual.isEmpty()) {
                return Optional.of("it warns of a sound image in " + image);
            }
            return areSame(expected, actual.get())
                    ? Optional.empty()
                    : Optional.of("it makes other samples of an image in " + image);
        } catch (AcceleratorException e) {
            return Optional.of(e.getMessage() + ", in " + image);
        }
    }

    private static boolean areSame(List<ComponentSamples> expected, List<byte[]> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!Arrays.equals(expected.get(i).plane().samples(), actual.get(i))) {
                return false;
            }
        }
        return true;
    }
}
