package dev.understudy.itest.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** An image whose file is harmed now and then. */
final class CheckedImage {

    /** How long a kept image may be served before its file is looked at, and some more for a busy machine. */
    private static final long TRUST = Duration.ofSeconds(3).toNanos();

    private final String path;
    private final Path file;
    private final AtomicInteger harms = new AtomicInteger();
    private volatile boolean harmed;
    private final AtomicInteger silentHarms = new AtomicInteger();
    private volatile boolean silently;
    private volatile long mended = System.nanoTime() - TRUST;

    CheckedImage(String path, Path file) {
        this.path = path;
        this.file = file;
    }

    String path() {
        return path;
    }

    Path file() {
        return file;
    }

    /** Harms the file for a moment; only one at a time does. */
    synchronized void harm(Harm harm, Runnable meanwhile) throws Exception {
        boolean silent = harm.mayPass(file);
        // Whoever asks right after a silent harm may still be shown what was kept of it.
        silently = silent || silently && isRecent();
        silentHarms.addAndGet(silent ? 1 : 0);
        harms.incrementAndGet();
        harmed = true;
        try {
            harm.to(file, meanwhile);
        } finally {
            mended = System.nanoTime();
            harmed = false;
        }
    }

    /** What is compared before and after a request: the same number, and not negative, when the file was sound throughout. */
    int soundness() {
        return harmed || isRecent() ? -1 : harms.get();
    }

    /**
     * What is compared before and after a request: the same number, and not negative, when no answer in between can show another
     * image without anybody being able to notice.
     */
    int honesty() {
        return silently && (harmed || isRecent()) ? -1 : silentHarms.get();
    }

    private boolean isRecent() {
        return System.nanoTime() - mended < TRUST;
    }

    /** Something that is done to a file and undone. */
    interface Harm {
        void to(Path file, Runnable meanwhile) throws Exception;

        /** Whether the harmed file may still be a valid one, of another image. */
        default boolean mayPass(Path file) throws IOException {
            return false;
        }
    }
}
