package dev.understudy.http.log;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines on a thread of its own. Requests never wait: lines that a full or slow disk does not take are left out, reported
 * once, and counted.
 */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final int MAX_PENDING = 16_384;
    private static final int BATCH = 512;
    private static final long IDLE_MILLIS = 500;

    /** The pause after a batch, in which the next one grows, so that not every request must wake the writer. */
    private static final long PAUSE_MILLIS = 10;

    private final RotatingFile file;
    private final Clock clock;
    private final BlockingQueue<String> pending = new ArrayBlockingQueue<>(MAX_PENDING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread = new Thread(this::run, "understudy-access-log");
    private volatile boolean closed;
    private boolean failing;

    private LogWriter(RotatingFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Starts a writer; opens the day's file first, so that a folder that cannot be written fails at once. */
    static LogWriter start(RotatingFile file, Clock clock) throws IOException {
        file.write(LocalDate.now(clock), List.of());
        LogWriter writer = new LogWriter(file, clock);
        writer.thread.start();
        return writer;
    }

    /** Queues a line; loses the line when too many are pending already. */
    void offer(String line) {
        if (!pending.offer(line)) {
            lost.incrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<String> batch = new ArrayList<>(BATCH);
        try {
            while (!closed || !pending.isEmpty()) {
                String first = pending.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    pending.drainTo(batch, BATCH - 1);
                }
                write(batch);
                if (batch.size() < BATCH && !closed) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            file.close();
        }
    }

    private void write(List<String> batch) {
        try {
            file.write(LocalDate.now(clock), batch);
            if (failing || lost.get() > 0) {
                LOG.warn("The access log can be written again; {} lines are missing", lost.getAndSet(0));
                failing = false;
            }
        } catch (IOException e) {
            lost.addAndGet(batch.size());
            if (!failing) {
                failing = true;
                LOG.warn("The access log cannot be written, and lines are lost until it can: {}", e.toString());
            }
        }
    }
}
