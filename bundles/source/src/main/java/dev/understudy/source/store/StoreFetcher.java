package dev.understudy.source.store;

import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.keep.FetchQuota;
import dev.understudy.source.keep.FetchTable;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptBlocks;
import dev.understudy.source.keep.KeptFileWriter;
import dev.understudy.source.keep.KeptFiles;
import dev.understudy.source.keep.KeptFolder;
import dev.understudy.source.keep.KeptFreshness;
import dev.understudy.source.keep.LargeFileException;
import dev.understudy.source.keep.LastingFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches files of stores, each once however many wait for it, and validates those that are kept. */
final class StoreFetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFetcher.class);

    private static final long IDLE_SECONDS = 10;

    /** How TIFF and BigTIFF begin, in both orders of bytes. */
    private static final Set<Integer> TIFF = Set.of(0x49492a00, 0x4d4d002a, 0x49492b00, 0x4d4d002b);

    /** An object that there need not be. */
    private static final String PROBED = "understudy-probe";

    private final StoreSettings settings;
    private final LastingFolder folder;
    private final KeptFiles files;
    private final EarlierFiles earlier;
    private final InstantSource clock;
    private final FetchTable fetches;
    private final ExecutorService threads;
    private final PartFetcher parts;
    private final FetchCounters counters = new FetchCounters();
    private volatile boolean closed;

    /**
     * A fetcher of which nothing has been asked.
     *
     * @param earlier the files that nobody has checked since they were found
     */
    StoreFetcher(
            StoreSettings settings, LastingFolder folder, KeptFiles files, EarlierFiles earlier, InstantSource clock) {
        this.settings = settings;
        this.folder = folder;
        this.files = files;
        this.earlier = earlier;
        this.clock = clock;
        fetches = new FetchTable(new FetchQuota(settings.maxRequests()), clock);
        AtomicInteger started = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                0, settings.maxRequests(), IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "understudy-store-" + started.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        parts = new PartFetcher(settings, files, fetches, threads, counters);
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
    static boolean isTransient(Throwable cause) {
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
        FetchedFile before = earlier.checked(file.id(), files.find(file.id()));
        long begun = System.nanoTime();
        try {
            return load(file, before);
        } catch (NoObjectException e) {
            files.drop(file.id());
            counters.count(FetchOutcome.MISSING);
            throw e;
        } catch (ObjectStoreException e) {
            Instant now = clock.instant();
            if (before == null || now.isAfter(before.usableUntil())) {
                counters.count(FetchOutcome.FAILED);
                throw e;
            }
            counters.count(FetchOutcome.STALE);
            LOG.debug("'{}' is used as it was: {}", file.name(), e.getMessage());
            return before.freshFor(FetchTable.REST, now);
        } finally {
            counters.took(begun);
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
                    counters.count(FetchOutcome.UNCHANGED);
                    folder.validated(before, clock.instant());
                    return before.validated(null, clock.instant());
                }
                case CHANGED -> {
                    connection.ended();
                    throw new ObjectStoreException(
                            Reason.UNUSABLE, "it says that a file is another than nobody has asked for", null);
                }
                case PRESENT -> {
                    FetchedFile kept = taken(file, answer);
                    connection.ended();
                    counters.count(FetchOutcome.FETCHED);
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

    /** The file of an answer, or its beginning, if it is of a kind of which requests need parts. */
    private FetchedFile taken(StoredFile file, StoredObject answer) throws IOException {
        BodyReader body = new BodyReader(answer.body(), settings.timeout());
        ByteBuffer head = ByteBuffer.allocate(0);
        if (mayBeInParts(file, answer)) {
            head = head(answer, body);
            if (isTiff(head)) {
                return begun(file, answer, head);
            }
        }
        if (answer.length() > settings.maxFileBytes()) {
            throw new LargeFileException(settings.maxFileBytes());
        }
        return copied(file, answer, head, body);
    }

    /** Whether parts can be had of which it is certain that they belong together, and that is worth it. */
    private boolean mayBeInParts(StoredFile file, StoredObject answer) {
        return file.inParts()
                && file.connection().hasParts()
                && answer.parts()
                && settings.partsFrom() > 0
                && answer.length() >= settings.partsFrom()
                && isStrong(answer.tag());
    }

    private static ByteBuffer head(StoredObject answer, BodyReader body) throws BrokenBodyException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(KeptBlocks.BLOCK, answer.length()));
        while (head.hasRemaining()) {
            if (body.read(head.remaining()) < 0) {
                throw new BrokenBodyException("the store broke off at the beginning of a file", null);
            }
            head.put(body.bytes());
        }
        return head.flip();
    }

    /** TIFF is read where its directories say, and pyramids are TIFF; what is read of other formats is all of them, or nearly so. */
    private static boolean isTiff(ByteBuffer head) {
        return head.remaining() >= Integer.BYTES && TIFF.contains(head.getInt(0));
    }

    private FetchedFile begun(StoredFile file, StoredObject answer, ByteBuffer head) throws IOException {
        Path path = folder.newFile();
        boolean whole = false;
        try {
            KeptBlocks begun = new KeptBlocks(path, answer.length());
            int size = head.remaining();
            try (FileChannel out = begun.openToWrite()) {
                out.write(head, 0);
            }
            KeptBlocks.WantedBlocks first = begun.claim(0, 1);
            if (head.hasRemaining() || first == null) {
                throw new IOException("the first part has not been written");
            }
            begun.arrived(first);
            files.grown(file.id(), begun, size);
            counters.received(size);
            whole = true;
            FetchedFile.FetchedState state = new FetchedFile.FetchedState(
                    answer.modified(), answer.length(), identity(answer.tag(), ""), answer.tag(), null);
            return FetchedFile.inParts(begun, state, freshness(), clock.instant());
        } finally {
            if (!whole) {
                KeptFolder.delete(path);
            }
        }
    }

    /** The body of an answer as a file; none is left over unless all of it has come. */
    private FetchedFile copied(StoredFile file, StoredObject answer, ByteBuffer head, BodyReader body)
            throws IOException {
        Path path = folder.newFile();
        boolean whole = false;
        try (KeptFileWriter out = new KeptFileWriter(path, settings.maxFileBytes())) {
            out.write(head);
            while (body.read(Long.MAX_VALUE) >= 0) {
                out.write(body.bytes());
            }
            if (answer.length() >= 0 && out.length() != answer.length()) {
                throw new BrokenBodyException(
                        "the store broke off after " + out.length() + " of " + answer.length() + " bytes", null);
            }
            counters.received(out.length());
            String digest = out.digest();
            String tag = answer.tag();
            FetchedFile.FetchedState state = new FetchedFile.FetchedState(
                    answer.modified(), out.length(), identity(tag, digest), tag.isEmpty() ? null : tag, null);
            FetchedFile kept = FetchedFile.fetched(path, state, freshness(), clock.instant());
            folder.note(file.id(), kept, digest, clock.instant());
            whole = true;
            return kept;
        } finally {
            if (!whole) {
                KeptFolder.delete(path);
            }
        }
    }

    private KeptFreshness freshness() {
        return EarlierFiles.freshness(settings);
    }

    /** A state is told by the store's tag and the length; without a tag, by the content. */
    private static String identity(String tag, String digest) {
        return isStrong(tag) ? "etag:" + tag : "sha256:" + digest;
    }

    private static boolean isStrong(String tag) {
        return !tag.isEmpty() && !tag.startsWith("W/");
    }

    /** Opens a file of which parts are on this machine. */
    PartedSource open(PartFetcher.PartedFile file) throws IOException {
        return new PartedSource(file, parts, settings.timeout());
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

    /** What has come of the requests. */
    FetchCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
