package dev.understudy.source.store;

import dev.understudy.observe.SourceRoots;
import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.RootUrl;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store that is in use, behind its breaker, with what is known of how it is. Safe for many threads. */
final class StoreConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreConnection.class);

    /** What only an operator can mend is said on the console, too. */
    private static final Logger CONSOLE = LoggerFactory.getLogger("dev.understudy.startup");

    private static final int ID_BYTES = 16;

    /** Longer than a request goes on with what it has found out about its files. */
    private static final Duration A_MOMENT = Duration.ofMinutes(2);

    private final RootUrl root;
    private final String number;
    private final String id;
    private final ObjectStore store;
    private final InstantSource clock;
    private final StoreBreaker breaker;
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile @Nullable ObjectStoreException trouble;
    private volatile boolean withoutParts;
    private final AtomicInteger reading = new AtomicInteger();
    private volatile Instant lastUsed;

    /**
     * A connection of which nothing is known.
     *
     * @param root without a prefix
     * @param number tells the store from others
     */
    StoreConnection(RootUrl root, int number, ObjectStore store, InstantSource clock) {
        this.root = root;
        this.number = Integer.toString(number);
        id = digest(root.scheme() + "://" + root.authority() + "?" + new TreeMap<>(root.options()));
        this.store = store;
        this.clock = clock;
        lastUsed = clock.instant();
        breaker = new StoreBreaker(clock);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Tells the store from others. */
    String number() {
        return number;
    }

    /** Tells the store from others, in this run of the server and in the next one. */
    String id() {
        return id;
    }

    /** Whether parts of files are to be had. */
    boolean hasParts() {
        return !withoutParts;
    }

    /** Takes note that the store sends no parts, though it says so. */
    void sendsNoParts() {
        withoutParts = true;
    }

    /**
     * Begins to read an object; its end is to be {@linkplain #ended told}.
     *
     * @throws ObjectStoreException when the store does not answer, or has not answered a moment ago
     */
    StoredObject read(StoreRequest request) throws ObjectStoreException {
        ObjectStoreException known = trouble;
        if (!breaker.admit()) {
            throw new ObjectStoreException(
                    known == null ? Reason.DOWN : known.reason(),
                    "the store has failed several times in a row and is left alone for a moment"
                            + (known == null ? "" : "; at last: " + known.getMessage()),
                    null);
        }
        requests.increment();
        lastUsed = clock.instant();
        try {
            return counted(store.read(request));
        } catch (ObjectStoreException e) {
            failed(e);
            throw e;
        }
    }

    /** The same answer; the store is in use until it is closed. */
    private StoredObject counted(StoredObject answer) {
        reading.incrementAndGet();
        AtomicBoolean closed = new AtomicBoolean();
        InputStream body = new FilterInputStream(answer.body()) {
            @Override
            public void close() throws IOException {
                if (closed.compareAndSet(false, true)) {
                    reading.decrementAndGet();
                    lastUsed = clock.instant();
                }
                super.close();
            }
        };
        return new StoredObject(answer.state(), answer.length(), answer.tag(), answer.modified(), answer.parts(), body);
    }

    /** Whether nobody reads the store, or has read it a moment ago. */
    boolean isIdle() {
        return reading.get() == 0 && lastUsed.plus(A_MOMENT).isBefore(clock.instant());
    }

    /** Takes note that an answer has come to its end. */
    void ended() {
        ObjectStoreException before = trouble;
        boolean closed = breaker.succeeded();
        if (before != null) {
            trouble = null;
            if (closed || before.reason() == Reason.REFUSED) {
                LOG.info("The store {} answers again", root);
            }
        }
    }

    /** Takes note that an answer has not come, or not to its end. */
    void failed(ObjectStoreException e) {
        failures.increment();
        ObjectStoreException before = trouble;
        trouble = e;
        // one that sends wrong things for some files may be right about others
        boolean opened = e.reason() != Reason.UNUSABLE && breaker.failed();
        boolean news = before == null || before.reason() != e.reason();
        if (e.reason() == Reason.REFUSED && news) {
            CONSOLE.error("The store {} turns this server away: {}", root, e.getMessage());
        } else if (e.reason() == Reason.UNUSABLE && news) {
            LOG.warn("The store {} sends what cannot be used: {}", root, e.getMessage());
        } else if (opened) {
            LOG.warn(
                    "The store {} has failed several times in a row, and is asked once in 10 s until it answers: {}",
                    root,
                    e.getMessage());
        } else {
            LOG.debug("The store {} has failed", root, e);
        }
    }

    /** How the store is. */
    SourceRoots.StoreState state() {
        ObjectStoreException last = trouble;
        if (last != null && last.reason() == Reason.REFUSED) {
            return SourceRoots.StoreState.REFUSED;
        }
        return breaker.isOpen()
                ? SourceRoots.StoreState.DOWN
                : last == null ? SourceRoots.StoreState.OK : SourceRoots.StoreState.FAILING;
    }

    long requests() {
        return requests.sum();
    }

    long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        store.close();
    }
}
