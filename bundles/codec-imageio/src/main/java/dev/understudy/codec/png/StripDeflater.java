package dev.understudy.codec.png;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Deflates strips of filtered rows, each in the way that suits it: matches are looked for where there are any, and well where there are
 * many. One strip after the other makes a stream. For one thread.
 */
final class StripDeflater implements AutoCloseable {

    /** What the end of a stream takes, or that of a strip in it. */
    private static final int END = 64;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final StripMethod.Chooser chooser = new StripMethod.Chooser();

    /**
     * Deflates a strip. It refers to none before, as if it were a stream of its own, so that each can have its method.
     *
     * @param length how many of the bytes belong to it
     * @param last whether it is the last one of the stream
     */
    byte[] deflate(byte[] strip, int length, boolean last) {
        StripMethod method = chooser.choose(strip, length);
        deflater.reset();
        deflater.setLevel(method.level());
        deflater.setStrategy(method.strategy());
        deflater.setInput(strip, 0, length);
        if (last) {
            deflater.finish();
        }
        byte[] deflated = new byte[length / 2 + END];
        int used = 0;
        int count;
        do {
            if (used == deflated.length) {
                deflated = Arrays.copyOf(deflated, 2 * used);
            }
            // The first call may do no more than to change the method.
            count = deflater.deflate(
                    deflated, used, deflated.length - used, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            used += count;
        } while (last ? !deflater.finished() : !deflater.needsInput() || used == deflated.length);
        return Arrays.copyOf(deflated, used);
    }

    @Override
    public void close() {
        deflater.end();
        chooser.close();
    }
}
