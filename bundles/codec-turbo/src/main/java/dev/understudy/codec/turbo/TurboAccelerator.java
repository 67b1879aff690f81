package dev.understudy.codec.turbo;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.AcceleratorTrial;
import dev.understudy.codec.jpeg.decode.AcceleratorException;
import dev.understudy.codec.jpeg.decode.FrameAccelerator;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.turbo.natives.TurboLibraries;
import dev.understudy.codec.turbo.natives.TurboLibrary;
import dev.understudy.image.ImageInfo;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes by libturbojpeg what that is faster at, the checking of codes included, and makes the same samples of: whole sequential
 * images at their full size.
 */
public final class TurboAccelerator implements FrameAccelerator {

    private static final Logger LOG = LoggerFactory.getLogger(TurboAccelerator.class);

    /** Fewer pixels are not worth the calls. */
    static final int LEAST_PIXELS = 1 << 14;

    /** Native code is not stopped within an image, which is to take no longer than a fraction of a second. */
    static final int MOST_PIXELS = 1 << 26;

    private final TurboLibrary functions;
    private final KeyedDigest.Key key = KeyedDigest.Key.random();
    private volatile boolean dropped;

    TurboAccelerator(TurboLibrary library) {
        this.functions = library;
    }

    /** Finds the system's library; empty where there is none, and where it makes other samples than our own decoder, which the log tells. */
    public static Optional<TurboAccelerator> find() {
        return TurboLibraries.find().flatMap(TurboAccelerator::tried);
    }

    /** An accelerator that has been tried on small images; empty when any of them came out otherwise. */
    static Optional<TurboAccelerator> tried(TurboLibrary library) {
        TurboAccelerator accelerator = new TurboAccelerator(library);
        Optional<String> failure = AcceleratorTrial.failure(accelerator);
        failure.ifPresent(what -> LOG.warn("libturbojpeg is not used: {}. JPEG is decoded without", what));
        return failure.isEmpty() ? Optional.of(accelerator) : Optional.empty();
    }

    @Override
    public boolean takes(FrameLayout layout, long length) {
        long pixels = (long) layout.width() * layout.height();
        return !dropped
                && !layout.frame().progressive()
                && isWhole(layout)
                && pixels >= LEAST_PIXELS
                && pixels <= MOST_PIXELS
                && length <= pixels
                && Subsampling.of(layout.frame()) != null;
    }

    private static boolean isWhole(FrameLayout layout) {
        return layout.reduction() == 1
                && layout.region().width() == layout.frame().width()
                && layout.region().height() == layout.frame().height()
                && !layout.reducesChroma();
    }

    @Override
    public long memory(ImageInfo info) {
        if (dropped || info.progressive() || info.area() < LEAST_PIXELS || info.area() > MOST_PIXELS) {
            return 0;
        }
        return TurboFrame.memory(info.width(), info.height(), info.samples().planes());
    }

    @Override
    public LoadedFrame load(Input input, FrameLayout layout) throws IOException, AcceleratorException {
        return TurboFrame.load(functions, key, input, layout);
    }

    @Override
    public void drop(AcceleratorException cause) {
        if (!dropped) {
            dropped = true;
            LOG.warn("libturbojpeg is used no more: {}. JPEG is decoded without", cause.getMessage());
        }
    }
}
