package dev.understudy.source.keep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a file that are on disk, each in its place, and those that are coming, each once however many wait for it. Safe for many
 * threads.
 */
public final class KeptBlocks {

    /** Bytes of a block, but for the last one. */
    public static final int BLOCK = 128 << 10;

    private final Path file;
    private final long length;
    private final BitSet present = new BitSet();
    private final Map<Integer, CompletableFuture<Void>> coming = new HashMap<>();
    /** Guarded by {@link KeptFiles}, whose sum it goes into. */
    private long bytes;

    /**
     * Blocks that are to be fetched by whoever is given them.
     *
     * @param first the number of the first one
     * @param count how many
     * @param end ends when they are there, or cannot be had
     */
    public record WantedBlocks(int first, int count, CompletableFuture<Void> end) {

        /** Where they begin. */
        public long position() {
            return (long) first * BLOCK;
        }
    }

    /**
     * A file of which nothing is there.
     *
     * @param file is there already, and empty
     * @param length bytes of the whole
     */
    public KeptBlocks(Path file, long length) {
        this.file = file;
        this.length = length;
    }

    /** Where the file is. */
    public Path file() {
        return file;
    }

    /** Bytes of the whole. */
    public long length() {
        return length;
    }

    long bytes() {
        return bytes;
    }

    void grow(long count) {
        bytes += count;
    }

    /** The block that a byte is in. */
    public static int block(long position) {
        return Math.toIntExact(position / BLOCK);
    }

    /** How many bytes some blocks have. */
    public long size(int first, int count) {
        return Math.min(length, (long) (first + count) * BLOCK) - (long) first * BLOCK;
    }

    /** How many bytes from a position on are there without a gap, as far as anybody wants to know. */
    public synchronized long available(long position, long wanted) {
        int gap = present.nextClearBit(block(position));
        return Math.max(0, Math.min(Math.min(length, (long) gap * BLOCK) - position, wanted));
    }

    /** The end of a block's coming; null when it is there, or nobody has it come. */
    public synchronized @Nullable CompletableFuture<Void> coming(int block) {
        return coming.get(block);
    }

    /**
     * Gives a block that nobody has come to whoever fetches it, and those behind it.
     *
     * @param most how many at the most
     * @return null when it is there, or is coming
     */
    public synchronized @Nullable WantedBlocks claim(int first, int most) {
        int last = block(length - 1);
        int count = 0;
        while (count < most
                && first + count <= last
                && !present.get(first + count)
                && !coming.containsKey(first + count)) {
            count++;
        }
        if (count == 0) {
            return null;
        }
        WantedBlocks wanted = new WantedBlocks(first, count, new CompletableFuture<>());
        for (int i = 0; i < count; i++) {
            coming.put(first + i, wanted.end());
        }
        return wanted;
    }

    /** Opens the file to write what has come of some blocks. */
    public FileChannel openToWrite() throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** Ends the coming of blocks, all of which are there now. */
    public void arrived(WantedBlocks blocks) {
        synchronized (this) {
            present.set(blocks.first(), blocks.first() + blocks.count());
            release(blocks);
        }
        blocks.end().complete(null);
    }

    /** Ends the coming of blocks that cannot be had now. */
    public void failed(WantedBlocks blocks, Throwable cause) {
        synchronized (this) {
            release(blocks);
        }
        blocks.end().completeExceptionally(cause);
    }

    private void release(WantedBlocks blocks) {
        for (int i = 0; i < blocks.count(); i++) {
            coming.remove(blocks.first() + i);
        }
    }
}
