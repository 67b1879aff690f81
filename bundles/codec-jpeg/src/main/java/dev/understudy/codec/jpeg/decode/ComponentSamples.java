package dev.understudy.codec.jpeg.decode;

import dev.understudy.image.Plane;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The decoded samples of a component. */
public final class ComponentSamples {

    private static final int MIDDLE = 128;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    /** A one in each byte of an int. */
    private static final int ONES = 0x0101_0101;
    /** The lower half of a long. */
    private static final long LOW = 0xffff_ffffL;
    /** What that is multiplied by for both halves. */
    private static final long HIGH = 1L << Integer.SIZE | 1;

    private final ComponentLayout layout;
    private final byte[] samples;
    private final int width;
    private final int height;
    private final int across;
    private final int down;

    /** Samples that are all decoded in the end, or else not used. */
    ComponentSamples(ComponentLayout layout) {
        this(layout, new byte[Math.multiplyExact(layout.x().length(), layout.y().length())]);
    }

    /** Samples that are mid-gray where nothing can be decoded. */
    static ComponentSamples gray(ComponentLayout layout) {
        ComponentSamples samples = new ComponentSamples(layout);
        Arrays.fill(samples.samples, (byte) MIDDLE);
        return samples;
    }

    /**
     * New samples for each component.
     *
     * @param lenient whether they may be used when not all of them can be decoded
     */
    static List<ComponentSamples> of(FrameLayout layout, boolean lenient) {
        return layout.components().stream()
                .map(component -> lenient ? gray(component) : new ComponentSamples(component))
                .toList();
    }

    /** Samples that have been decoded elsewhere. */
    ComponentSamples(ComponentLayout layout, byte[] samples) {
        this.layout = layout;
        this.samples = samples;
        width = layout.x().length();
        height = layout.y().length();
        across = layout.x().samples();
        down = layout.y().samples();
    }

    /** What has been decoded. */
    public ComponentLayout layout() {
        return layout;
    }

    /** The samples. */
    public Plane plane() {
        return new Plane(width, height, samples);
    }

    /** A transform that makes samples for it. */
    InverseTransform newTransform() {
        return new InverseTransform(across, down);
    }

    /** Transforms blocks, and puts what comes out. */
    void put(InverseTransform transform, int count, int[] blocksX, int[] blocksY) {
        transform.run();
        for (int i = 0; i < count; i++) {
            put(transform, i, blocksX[i], blocksY[i]);
        }
    }

    /** Puts a block that has been transformed; what is beyond the edges is left out. */
    private void put(InverseTransform transform, int block, int blockX, int blockY) {
        int x = (blockX - layout.x().first()) * across;
        int y = (blockY - layout.y().first()) * down;
        int columns = Math.min(across, width - x);
        int rows = Math.min(down, height - y);
        for (int row = 0, at = y * width + x; row < rows; row++, at += width) {
            int four = transform.samples(block, row, 0);
            if (columns == UnitSize.BLOCK) {
                INTS.set(samples, at, four);
                INTS.set(samples, at + Integer.BYTES, transform.samples(block, row, 1));
            } else {
                put(columns, at, four);
                if (columns > Integer.BYTES) {
                    put(columns - Integer.BYTES, at + Integer.BYTES, transform.samples(block, row, 1));
                }
            }
        }
    }

    /** Puts a block of which all samples are the same. */
    void fill(int value, int blockX, int blockY) {
        int x = (blockX - layout.x().first()) * across;
        int y = (blockY - layout.y().first()) * down;
        int columns = Math.min(across, width - x);
        int rows = Math.min(down, height - y);
        int four = Math.max(0, Math.min(255, value + MIDDLE)) * ONES;
        for (int row = 0, at = y * width + x; row < rows; row++, at += width) {
            if (columns == UnitSize.BLOCK) {
                LONGS.set(samples, at, (four & LOW) * HIGH);
            } else {
                for (int column = 0; column < columns; column += Integer.BYTES) {
                    put(columns - column, at + column, four);
                }
            }
        }
    }

    /** Puts up to four samples, the first of which is in the lowest byte. */
    private void put(int count, int at, int four) {
        switch (count) {
            case 1 -> samples[at] = (byte) four;
            case 2 -> SHORTS.set(samples, at, (short) four);
            case 3 -> {
                SHORTS.set(samples, at, (short) four);
                samples[at + 2] = (byte) (four >> 16);
            }
            default -> INTS.set(samples, at, four);
        }
    }
}
