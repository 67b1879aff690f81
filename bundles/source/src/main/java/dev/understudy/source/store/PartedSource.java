package dev.understudy.source.store;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceWait;
import dev.understudy.source.Stamp;
import dev.understudy.source.keep.KeptBlocks;
import dev.understudy.source.keep.KeptBlocks.WantedBlocks;
import dev.understudy.source.store.PartFetcher.PartedFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A file of which parts are on this machine: what is read of the rest is fetched, in the state that the source was opened in. Whoever reads on
 * without a gap is fetched more and more at a time. Belongs to one thread at a time.
 */
final class PartedSource implements Source {

    /** Blocks that are fetched at a time at most. */
    private static final int MOST_BLOCKS = 32;

    /** Longer than a store may drip. */
    private static final int PATIENCE = 12;

    private final PartedFile file;
    private final KeptBlocks parts;
    private final PartFetcher fetcher;
    private final Duration timeout;
    private final FileChannel onDisk;
    private final PartedChannel channel = new PartedChannel();
    private SourceWait listener = SourceWait.NOBODY;
    private volatile @Nullable ServeException failure;
    /** The block behind those that were fetched last, and how many these were. */
    private int next = -1;

    private int run;

    /**
     * Opens a file.
     *
     * @param timeout in which its store must send anything at all
     */
    PartedSource(PartedFile file, PartFetcher fetcher, Duration timeout) throws IOException {
        this.file = file;
        this.parts = file.parts();
        this.fetcher = fetcher;
        this.timeout = timeout;
        onDisk = FileChannel.open(parts.file(), StandardOpenOption.READ);
    }

    @Override
    public SourceKey key() {
        return file.key();
    }

    @Override
    public Stamp stamp() {
        return file.kept().stamp(file.key());
    }

    @Override
    public SeekableByteChannel channel() {
        return channel;
    }

    @Override
    public void onWait(SourceWait whom) {
        listener = whom;
    }

    @Override
    public @Nullable ServeException failure() {
        return failure;
    }

    @Override
    public void close() {
        try {
            onDisk.close();
        } catch (IOException e) {
            // nothing was written to it
        }
    }

    /** Has the bytes from a position on be on disk, one at least. */
    private void require(long position, long wanted) throws IOException {
        int first = KeptBlocks.block(position);
        int needed = KeptBlocks.block(position + wanted - 1) - first + 1;
        while (parts.available(position, 1) == 0) {
            int most = Math.min(MOST_BLOCKS, Math.max(needed, first == next ? 2 * run : 1));
            WantedBlocks claimed = parts.claim(first, most);
            CompletableFuture<Void> end = claimed == null ? parts.coming(first) : claimed.end();
            if (claimed != null) {
                run = claimed.count();
                next = first + run;
            }
            if (end != null) {
                await(claimed, end);
            }
        }
    }

    private void await(@Nullable WantedBlocks claimed, CompletableFuture<Void> end) throws IOException {
        listener.begins();
        try {
            if (claimed != null) {
                fetcher.fetch(file, claimed, listener.tenant());
            }
            end.get(PATIENCE * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(StoreFailures.of(file.key(), e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            throw failed(StoreFailures.late(file.key(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody wants it any more");
        } finally {
            listener.ends();
        }
    }

    /** Remembers a failure, since libraries go over exceptions. */
    private IOException failed(ServeException e) {
        failure = e;
        return new IOException(e.failure().message(), e);
    }

    /** Reads what is on disk, and waits for the rest. */
    private final class PartedChannel implements SeekableByteChannel {

        private long position;

        @Override
        public int read(ByteBuffer target) throws IOException {
            ServeException before = failure;
            if (before != null) {
                throw failed(before);
            }
            long wanted = Math.min(parts.length() - position, target.remaining());
            if (wanted <= 0) {
                return target.hasRemaining() ? -1 : 0;
            }
            require(position, wanted);
            ByteBuffer part = target.slice();
            part.limit((int) parts.available(position, wanted));
            int read = readKept(part);
            target.position(target.position() + read);
            position += read;
            return read;
        }

        /** Reads what is on disk; that it has gone from there says nothing about the image. */
        private int readKept(ByteBuffer part) throws IOException {
            IOException cause;
            try {
                int read = onDisk.read(part, position);
                if (read > 0) {
                    return read;
                }
                cause = new EOFException("a part of a kept file has gone");
            } catch (ClosedChannelException e) {
                throw e; // whoever reads has been stopped
            } catch (IOException e) {
                cause = e;
            }
            fetcher.lost(file);
            throw failed(StoreFailures.of(file.key(), cause));
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long other) {
            position = other;
            return this;
        }

        @Override
        public long size() {
            return parts.length();
        }

        @Override
        public boolean isOpen() {
            return onDisk.isOpen();
        }

        @Override
        public void close() throws IOException {
            onDisk.close();
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }
    }
}
