package dev.understudy.codec.jpeg.decode;

import dev.understudy.image.Plane;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The decoded samples of a component, mid-gray at first. */
public final class ComponentSamples {

    private static final int MIDDLE = 128;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A one in each byte of a long. */
    private static final long EIGHT = 0x0101_0101_0101_0101L;

    private final ComponentLayout layout;
    private final byte[] samples;
    private final int width;
    private final int height;

    ComponentSamples(ComponentLayout layout) {
        this.layout = layout;
        width = layout.x().length();
        height = layout.y().length();
        samples = new byte[Math.multiplyExact(width, height)];
        Arrays.fill(samples, (byte) MIDDLE);
    }

    /** What has been decoded. */
    public ComponentLayout layout() {
        return layout;
    }

    /** The samples. */
    public Plane plane() {
        return new Plane(width, height, samples);
    }

    /** Puts a block that has been transformed; what is beyond the edges is left out. */
    void put(InverseTransform transform, int block, int blockX, int blockY) {
        int x = (blockX - layout.x().first()) * layout.x().samples();
        int y = (blockY - layout.y().first()) * layout.y().samples();
        int columns = Math.min(layout.x().samples(), width - x);
        int rows = Math.min(layout.y().samples(), height - y);
        for (int column = 0; column < columns; column++) {
            int[] from = transform.column(column);
            int to = y * width + x + column;
            for (int row = 0; row < rows; row++) {
                samples[to] = (byte) from[row * InverseTransform.BLOCKS + block];
                to += width;
            }
        }
    }

    /** Puts a block of which all samples are the same. */
    void fill(int value, int blockX, int blockY) {
        int x = (blockX - layout.x().first()) * layout.x().samples();
        int y = (blockY - layout.y().first()) * layout.y().samples();
        int columns = Math.min(layout.x().samples(), width - x);
        int rows = Math.min(layout.y().samples(), height - y);
        int sample = Math.max(0, Math.min(255, value + MIDDLE));
        for (int row = 0; row < rows; row++) {
            int at = (y + row) * width + x;
            if (columns == UnitSize.BLOCK) {
                LONGS.set(samples, at, sample * EIGHT);
            } else {
                Arrays.fill(samples, at, at + columns, (byte) sample);
            }
        }
    }
}
