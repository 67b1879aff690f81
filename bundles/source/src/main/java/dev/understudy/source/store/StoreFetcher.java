package dev.understudy.source.store;

import dev.understudy.failure.ServeException;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.keep.FetchQuota;
import dev.understudy.source.keep.FetchTable;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptFileWriter;
import dev.understudy.source.keep.KeptFiles;
import dev.understudy.source.keep.KeptFolder;
import dev.understudy.source.keep.KeptFreshness;
import dev.understudy.source.keep.LargeFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches files of stores, each once however many wait for it, and validates those that are kept. */
final class StoreFetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFetcher.class);

    private static final int BUFFER = 64 * 1024;
    private static final long IDLE_SECONDS = 10;

    /** An object that there need not be. */
    private static final String PROBED = "understudy-probe";

    /** A store that drips is given up after so many times the time in which it must send anything at all. */
    private static final int PATIENCE = 10;

    private final StoreSettings settings;
    private final KeptFolder folder;
    private final KeptFiles files;
    private final InstantSource clock;
    private final FetchTable fetches;
    private final ExecutorService threads;
    private final LongAdder fetched = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private volatile boolean closed;

    StoreFetcher(StoreSettings settings, KeptFolder folder, KeptFiles files, InstantSource clock) {
        this.settings = settings;
        this.folder = folder;
        this.files = files;
        this.clock = clock;
        fetches = new FetchTable(new FetchQuota(settings.maxRequests()), clock);
        AtomicInteger started = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                0, settings.maxRequests(), IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "understudy-store-" + started.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Fetches a file, or joins those who wait for it.
     *
     * @param tenant that it is fetched for
     * @return null when there is no slot for it now
     * @throws ServeException {@code server.overloaded} after the end
     */
    @Nullable
    CompletableFuture<FetchedFile> fetch(StoredFile file, String tenant) throws ServeException {
        if (closed) {
            throw StoreFailures.stopped(null);
        }
        return fetches.fetch(
                file.id(),
                file.connection().number(),
                tenant,
                StoreFetcher::isTransient,
                landing -> depart(file, landing));
    }

    /** Whether a failure says nothing about the next fetch. */
    private static boolean isTransient(Throwable cause) {
        return cause instanceof ServeException;
    }

    private void depart(StoredFile file, FetchTable.Landing landing) {
        try {
            threads.execute(() -> {
                FetchedFile kept = null;
                Throwable thrown = null;
                try {
                    kept = current(file);
                    files.put(file.id(), kept);
                } catch (Throwable e) {
                    thrown = e;
                }
                landing.end(thrown == null ? kept : null, thrown);
            });
        } catch (RuntimeException e) {
            landing.end(null, StoreFailures.stopped(e));
        }
    }

    /** The file as its store has it now; as it was, for a moment, when the store does not answer. */
    private FetchedFile current(StoredFile file) throws IOException {
        FetchedFile before = files.find(file.id());
        try {
            return load(file, before);
        } catch (NoObjectException e) {
            files.drop(file.id());
            throw e;
        } catch (ObjectStoreException e) {
            Instant now = clock.instant();
            if (before == null || now.isAfter(before.usableUntil())) {
                throw e;
            }
            stale.increment();
            LOG.debug("'{}' is used as it was: {}", file.name(), e.getMessage());
            return before.freshUntil(now.plus(FetchTable.REST));
        }
    }

    private FetchedFile load(StoredFile file, @Nullable FetchedFile before) throws IOException {
        String known = before == null || before.state().etag() == null
                ? ""
                : before.state().etag();
        StoreConnection connection = file.connection();
        try (StoredObject answer = connection.read(StoreRequest.whole(file.name(), known))) {
            switch (answer.state()) {
                case UNCHANGED -> {
                    connection.ended();
                    if (before == null || known.isEmpty()) {
                        throw new ObjectStoreException(
                                Reason.DOWN, "it says that a file has not changed which it was not asked about", null);
                    }
                    unchanged.increment();
                    return before.validated(null, clock.instant());
                }
                case CHANGED -> {
                    connection.ended();
                    throw new ObjectStoreException(
                            Reason.UNUSABLE, "it says that a file is another than nobody has asked for", null);
                }
                case PRESENT -> {
                    FetchedFile kept = copied(answer);
                    connection.ended();
                    fetched.increment();
                    return kept;
                }
                default -> {
                    connection.ended();
                    boolean forbidden = answer.state() == StoredObject.State.FORBIDDEN;
                    throw new NoObjectException(forbidden && !settings.forbiddenIsMissing());
                }
            }
        } catch (BrokenBodyException e) {
            connection.failed(e.known());
            throw e.known();
        }
    }

    /** The body of an answer as a file; none is left over unless all of it has come. */
    private FetchedFile copied(StoredObject answer) throws IOException {
        if (answer.length() > settings.maxFileBytes()) {
            throw new LargeFileException(settings.maxFileBytes());
        }
        Path file = folder.newFile();
        boolean whole = false;
        try (KeptFileWriter out = new KeptFileWriter(file, settings.maxFileBytes())) {
            copy(answer, out);
            whole = true;
            KeptFreshness freshness = new KeptFreshness(
                    settings.validationInterval(), settings.staleIfError(), KeptFreshness.Keepers.ALL, Duration.ZERO);
            return FetchedFile.fetched(file, state(answer, out), freshness, clock.instant());
        } finally {
            if (!whole) {
                KeptFolder.delete(file);
            }
        }
    }

    private void copy(StoredObject answer, KeptFileWriter out) throws IOException {
        long end = System.nanoTime() + PATIENCE * settings.timeout().toNanos();
        byte[] buffer = new byte[BUFFER];
        for (int read = read(answer.body(), buffer); read >= 0; read = read(answer.body(), buffer)) {
            out.write(ByteBuffer.wrap(buffer, 0, read));
            if (System.nanoTime() - end > 0) {
                throw new BrokenBodyException("the store takes too long to send a file", null);
            }
        }
        if (answer.length() >= 0 && out.length() != answer.length()) {
            throw new BrokenBodyException(
                    "the store broke off after " + out.length() + " of " + answer.length() + " bytes", null);
        }
    }

    private static int read(InputStream body, byte[] buffer) throws BrokenBodyException {
        try {
            return body.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw new BrokenBodyException("the store broke off while it sent a file", e);
        }
    }

    /** A state is told by the store's tag and the length; without a tag, by the content. */
    private static FetchedFile.FetchedState state(StoredObject answer, KeptFileWriter out) {
        String tag = answer.tag();
        String identity = tag.isEmpty() || tag.startsWith("W/") ? "sha256:" + out.digest() : "etag:" + tag;
        return new FetchedFile.FetchedState(
                answer.modified(), out.length(), identity, tag.isEmpty() ? null : tag, null);
    }

    /** Asks a store in the background whether it answers; what it answers is no matter. */
    void probe(StoreConnection connection, String prefix) {
        try {
            threads.execute(() -> {
                try (StoredObject any = connection.read(StoreRequest.part(prefix + PROBED, "", 0, 1))) {
                    connection.ended();
                } catch (ObjectStoreException e) {
                    LOG.debug("A store does not answer", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("A store is not asked whether it answers", e);
        }
    }

    /** Why a file could not be had, if that was no longer ago than so long; null when it could. */
    @Nullable
    Throwable failure(StoredFile file, Duration within) {
        return fetches.failure(file.id(), within);
    }

    /** How many files are being fetched. */
    int fetching() {
        return fetches.count();
    }

    long fetched() {
        return fetched.sum();
    }

    long unchanged() {
        return unchanged.sum();
    }

    long stale() {
        return stale.sum();
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
