package dev.understudy.codec.turbo;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.decode.AcceleratorException;
import dev.understudy.codec.jpeg.decode.FrameAccelerator;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.turbo.natives.NativeMemory;
import dev.understudy.codec.turbo.natives.TurboLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A file in native memory: what the functions take and return, the planes, and behind them the file. */
final class TurboFrame implements FrameAccelerator.LoadedFrame {

    private static final int RESULTS = 0;
    private static final int STRIDES = 16;
    private static final int ADDRESSES = 32;
    static final int PLANES = 64;
    private static final int PIECE = KeyedDigest.TOGETHER << 13;
    /** What the library takes itself: a few rows of units, and tables. */
    private static final int ROWS = 64;

    private static final int TABLES = 1 << 17;

    private final TurboLibrary functions;
    private final FrameLayout layout;
    private final List<PlaneLayout> planes;
    private final long file;
    private final long length;
    private final NativeMemory memory;
    private final KeyedDigest digest;

    private TurboFrame(TurboLibrary library, KeyedDigest.Key key, FrameLayout layout, long length) {
        digest = new KeyedDigest(key);
        this.functions = library;
        this.layout = layout;
        this.length = length;
        planes = PlaneLayout.of(layout, PLANES);
        file = planes.get(planes.size() - 1).end();
        memory = functions.allocate(file + length);
    }

    /** Bytes that an image takes at most, its file among them, which has no more than one for each pixel. */
    static long memory(int width, int height, int planes) {
        long samples = (width + 3L) * (height + 1L);
        return samples * (planes + 1) + (long) ROWS * width * planes + TABLES;
    }

    static TurboFrame load(TurboLibrary library, KeyedDigest.Key key, Input input, FrameLayout layout)
            throws IOException, AcceleratorException {
        TurboFrame frame;
        try {
            frame = new TurboFrame(library, key, layout, input.length());
        } catch (LinkageError e) {
            throw new AcceleratorException("it cannot be called: " + e.getMessage(), e);
        }
        try {
            frame.read(input);
        } catch (IOException | RuntimeException e) {
            frame.close();
            throw e;
        }
        return frame;
    }

    private void read(Input input) throws IOException {
        byte[] piece = new byte[(int) Math.min(PIECE, length)];
        input.seek(0);
        for (long position = 0; position < length; ) {
            int count = (int) Math.min(piece.length, length - position);
            input.readFully(piece, 0, count);
            memory.put(file + position, piece, count);
            digest.update(piece, count);
            position += count;
        }
    }

    @Override
    public byte[] digest() {
        return digest.digest();
    }

    @Override
    public Optional<List<byte[]>> decode() throws AcceleratorException {
        try {
            long decoder = functions.newDecoder();
            if (decoder == 0) {
                throw new AcceleratorException("it makes no decoder");
            }
            try {
                return decode(decoder);
            } finally {
                functions.destroy(decoder);
            }
        } catch (LinkageError e) {
            throw new AcceleratorException("it cannot be called: " + e.getMessage(), e);
        }
    }

    private Optional<List<byte[]>> decode(long decoder) throws AcceleratorException {
        long bytes = memory.address() + file;
        if (isOdd(decoder, functions.readHeader(decoder, bytes, length, memory.address() + RESULTS))) {
            return Optional.empty();
        }
        requireSameHeader();
        for (int i = 0; i < planes.size(); i++) {
            memory.putInt(STRIDES + (long) i * Integer.BYTES, planes.get(i).stride());
            memory.putAddress(
                    ADDRESSES + (long) i * Long.BYTES,
                    memory.address() + planes.get(i).position());
        }
        int result = functions.decode(
                decoder,
                bytes,
                length,
                memory.address() + ADDRESSES,
                layout.width(),
                memory.address() + STRIDES,
                layout.height());
        return isOdd(decoder, result) ? Optional.empty() : Optional.of(samples());
    }

    private boolean isOdd(long decoder, int result) throws AcceleratorException {
        if (result == 0) {
            return false;
        }
        if (functions.hasWarned(decoder)) {
            return true;
        }
        throw new AcceleratorException("it says of a sound image: " + functions.message(decoder));
    }

    /** Planes of another size would be written behind the memory that there is for them. */
    private void requireSameHeader() throws AcceleratorException {
        int subsampling = Objects.requireNonNull(Subsampling.of(layout.frame())).number();
        if (memory.getInt(RESULTS) != layout.width()
                || memory.getInt(RESULTS + Integer.BYTES) != layout.height()
                || memory.getInt(RESULTS + 2 * Integer.BYTES) != subsampling) {
            throw new AcceleratorException("it takes a sound image for one of another size");
        }
    }

    private List<byte[]> samples() {
        List<byte[]> all = new ArrayList<>();
        for (PlaneLayout plane : planes) {
            byte[] samples = new byte[Math.multiplyExact(plane.width(), plane.height())];
            if (plane.stride() == plane.width()) {
                memory.get(plane.position(), samples, 0, samples.length);
            } else {
                for (int y = 0; y < plane.height(); y++) {
                    memory.get(plane.position() + (long) y * plane.stride(), samples, y * plane.width(), plane.width());
                }
            }
            all.add(samples);
        }
        return all;
    }

    @Override
    public void close() {
        memory.close();
    }
}
