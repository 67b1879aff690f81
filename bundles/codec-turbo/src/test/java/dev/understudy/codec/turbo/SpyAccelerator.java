package dev.understudy.codec.turbo;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.decode.AcceleratorException;
import dev.understudy.codec.jpeg.decode.FrameAccelerator;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.image.ImageInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what an accelerator decodes. */
final class SpyAccelerator implements FrameAccelerator {

    final AtomicInteger loaded = new AtomicInteger();
    final AtomicInteger decoded = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();
    private final FrameAccelerator accelerator;

    SpyAccelerator(FrameAccelerator accelerator) {
        this.accelerator = accelerator;
    }

    @Override
    public boolean takes(FrameLayout layout, long length) {
        return accelerator.takes(layout, length);
    }

    @Override
    public long memory(ImageInfo info) {
        return accelerator.memory(info);
    }

    @Override
    public LoadedFrame load(Input input, FrameLayout layout) throws IOException, AcceleratorException {
        loaded.incrementAndGet();
        LoadedFrame frame = accelerator.load(input, layout);
        return new LoadedFrame() {
            @Override
            public byte[] digest() {
                return frame.digest();
            }

            @Override
            public Optional<List<byte[]>> decode() throws AcceleratorException {
                Optional<List<byte[]>> samples = frame.decode();
                samples.ifPresent(any -> decoded.incrementAndGet());
                return samples;
            }

            @Override
            public void close() {
                frame.close();
            }
        };
    }

    @Override
    public void drop(AcceleratorException cause) {
        dropped.incrementAndGet();
        accelerator.drop(cause);
    }
}
