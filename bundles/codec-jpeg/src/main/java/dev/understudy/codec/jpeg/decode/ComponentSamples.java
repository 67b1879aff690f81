package dev.understudy.codec.jpeg.decode;

import dev.understudy.image.Plane;
import java.util.Arrays;

/** The decoded samples of a component, mid-gray at first. */
public final class ComponentSamples {

    private static final int MIDDLE = 128;

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

    /** Puts a block of which each row has eight places; what is beyond the edges is left out. */
    void put(int[] block, int blockX, int blockY) {
        int x = (blockX - layout.x().first()) * layout.x().samples();
        int y = (blockY - layout.y().first()) * layout.y().samples();
        int columns = Math.min(layout.x().samples(), width - x);
        int rows = Math.min(layout.y().samples(), height - y);
        for (int row = 0; row < rows; row++) {
            int at = (y + row) * width + x;
            int from = row * UnitSize.BLOCK;
            for (int i = 0; i < columns; i++) {
                samples[at + i] = sample(block[from + i]);
            }
        }
    }

    /** Puts a block of which all samples are the same. */
    void fill(int value, int blockX, int blockY) {
        int x = (blockX - layout.x().first()) * layout.x().samples();
        int y = (blockY - layout.y().first()) * layout.y().samples();
        int columns = Math.min(layout.x().samples(), width - x);
        int rows = Math.min(layout.y().samples(), height - y);
        byte sample = sample(value);
        for (int row = 0; row < rows; row++) {
            int at = (y + row) * width + x;
            for (int i = 0; i < columns; i++) {
                samples[at + i] = sample;
            }
        }
    }

    private static byte sample(int value) {
        int sample = value + MIDDLE;
        return (byte) ((sample & ~0xff) == 0 ? sample : ~sample >> 31);
    }
}
