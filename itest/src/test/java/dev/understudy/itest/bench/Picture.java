package dev.understudy.itest.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A picture whose file is harmed now and then. */
final class Picture {

    /** How long a kept picture may be served before its file is looked at, and some more for a busy machine. */
    private static final long TRUST = Duration.ofSeconds(3).toNanos();

    private final String path;
    private final Path file;
    private final AtomicInteger harms = new AtomicInteger();
    private volatile boolean harmed;
    private volatile long mended = System.nanoTime() - TRUST;

    Picture(String path, Path file) {
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
        return harmed || System.nanoTime() - mended < TRUST ? -1 : harms.get();
    }

    /** Something that is done to a file and undone. */
    interface Harm {
        void to(Path file, Runnable meanwhile) throws Exception;
    }
}
