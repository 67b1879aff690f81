package dev.understudy.http.log;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines on a thread of its own. Requests never wait: lines that a full or slow disk does not take are left out, reported
 * once, and counted.
 */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    /** The pause after a batch, in which the next one grows, so that not every request must wake the writer. */
    private static final long PAUSE_MILLIS = 10;

    /** Buffers for single lines, more than threads that write at the same time. */
    private static final int BUFFERS = 32;

    /** The capacity of a buffer for single lines beyond which it is not kept. */
    private static final int KEPT_CAPACITY = 16 * 1024;

    private final RotatingFile file;
    private final Clock clock;
    private final PendingLines pending = new PendingLines();
    private final AtomicReferenceArray<@Nullable LineBuffer> idle = new AtomicReferenceArray<>(BUFFERS);
    private final Thread thread = new Thread(this::run, "understudy-access-log");
    private long lost;
    private boolean failing;

    private LogWriter(RotatingFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Starts a writer; opens the day's file first, so that a folder that cannot be written fails at once. */
    static LogWriter start(RotatingFile file, Clock clock) throws IOException {
        file.write(LocalDate.now(clock), new LineBuffer());
        LogWriter writer = new LogWriter(file, clock);
        writer.thread.start();
        return writer;
    }

    /** Queues a line; loses the line when too many are pending already. */
    void offer(Consumer<LineBuffer> line) {
        // Most threads find their own buffer again, and none waits for another's.
        int place = System.identityHashCode(Thread.currentThread()) & (BUFFERS - 1);
        LineBuffer known = idle.getAndSet(place, null);
        LineBuffer buffer = known == null ? new LineBuffer() : known;
        buffer.clear();
        line.accept(buffer);
        pending.add(buffer);
        if (buffer.capacity() <= KEPT_CAPACITY) {
            idle.set(place, buffer);
        }
    }

    @Override
    public void close() {
        pending.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        LineBuffer batch = new LineBuffer();
        try {
            do {
                batch = pending.await(batch);
                write(batch);
            } while (pending.pause(PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            file.close();
        }
    }

    private void write(LineBuffer batch) {
        try {
            file.write(LocalDate.now(clock), batch);
            lost += pending.takeLost();
            if (failing || lost > 0) {
                LOG.warn("The access log can be written again; {} lines are missing", lost);
                lost = 0;
                failing = false;
            }
        } catch (IOException e) {
            lost += batch.lines();
            if (!failing) {
                failing = true;
                LOG.warn("The access log cannot be written, and lines are lost until it can: {}", e.toString());
            }
        }
    }
}
