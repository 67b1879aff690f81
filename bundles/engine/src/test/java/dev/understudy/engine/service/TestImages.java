package dev.understudy.engine.service;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Codec;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Small images that a test decides what happens to when they are decoded. Each name is a file of the same few bytes. */
final class TestImages implements SourceAccess, Codec {

    private static final ImageInfo INFO =
            new ImageInfo("test", 40, 30, Orientation.NORMAL, Samples.GRAY, 8, false, false, 0);

    private final Path file;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final Map<String, DecodingStep> decodings = new ConcurrentHashMap<>();
    final AtomicInteger decoded = new AtomicInteger();
    final AtomicInteger inspected = new AtomicInteger();
    /** The foreign images that have been fetched, as often as they were. */
    final List<SourceKey> fetched = new CopyOnWriteArrayList<>();
    /** The threads that fetched them. */
    final List<String> fetchers = new CopyOnWriteArrayList<>();
    /** The catalogs that they were fetched for. */
    final List<String> tenants = new CopyOnWriteArrayList<>();
    /** Leases that have not ended. */
    final AtomicInteger leases = new AtomicInteger();
    /** Foreign images that were opened while no lease held them. */
    final AtomicInteger openedWithoutLease = new AtomicInteger();
    /** Whether all files are in a store. */
    volatile boolean stored;
    /** Whether what was fetched is fresh still. */
    volatile boolean fresh = true;
    /** How long all foreign images let replies be kept that have no lifetime of their own. */
    volatile SourceLifetime lifetime = new SourceLifetime(true, Duration.ofDays(400), true);
    /** How long some do. */
    final Map<String, SourceLifetime> lifetimes = new ConcurrentHashMap<>();
    /** The state of all foreign images. */
    volatile String foreignState = "one";

    final AtomicInteger open = new AtomicInteger();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private volatile boolean unavailable;

    /** What happens before the pixels are there. */
    interface DecodingStep {
        void run(SeekableByteChannel channel) throws Exception;
    }

    TestImages(Path file) {
        this.file = file;
    }

    /** Has something happen to the file of a name. */
    TestImages with(String name, DecodingStep decoding) {
        decodings.put(name, decoding);
        return this;
    }

    /** Has the file of a name not be there. */
    TestImages without(String name) {
        missing.add(name);
        return this;
    }

    /** Has the file of a name be another from now on. */
    void changes(String name) {
        versions.merge(name, 1L, Long::sum);
    }

    /** Has the root of all files be gone, or be back. */
    void unavailable(boolean gone) {
        unavailable = gone;
    }

    /** Has the file of a name come. */
    void arrives(String name) {
        missing.remove(name);
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        if (unavailable) {
            throw new ServeException(
                    new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, "the root is gone", null));
        }
        if (stored && !key.isForeign() && (!fresh || !fetched.contains(key))) {
            throw new ServeException(new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, "not fetched", null));
        }
        if (missing.contains(key.path())) {
            throw new ServeException(new Failure.Missing(key.path(), key.fromCatalog()));
        }
        if (key.isForeign() && (!fresh || !fetched.contains(key))) {
            throw new ServeException(new Failure.Foreign("not fetched", null));
        }
        return new Stamp(key, versions.getOrDefault(key.path(), 0L), 100, key.isForeign() ? foreignState : "");
    }

    @Override
    public boolean isRemote(SourceKey key) {
        return stored || key.isForeign();
    }

    @Override
    public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        for (SourceKey key : keys) {
            if (key.isForeign() && missing.contains(key.path())) {
                throw new ServeException(new Failure.Foreign("answered 404", null));
            }
        }
        fetched.addAll(keys);
        fetchers.add(Thread.currentThread().getName());
        tenants.add(tenant);
        fresh = true;
        leases.incrementAndGet();
        return leases::decrementAndGet;
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        Stamp stamp = stamp(key);
        if (isRemote(key) && leases.get() == 0) {
            openedWithoutLease.incrementAndGet();
        }
        open.incrementAndGet();
        return new OpenTestFile(key, stamp);
    }

    @Override
    public @Nullable SourceLifetime lifetime(SourceKey key) {
        return key.isForeign() ? lifetimes.getOrDefault(key.path(), lifetime) : null;
    }

    @Override
    public List<Decoder> decoders() {
        return List.of(new TestDecoder());
    }

    @Override
    public List<Encoder> encoders() {
        return List.of(new TestEncoder());
    }

    private final class OpenTestFile implements Source {
        private final SourceKey key;
        private final Stamp stamp;
        private final SeekableByteChannel channel;

        OpenTestFile(SourceKey key, Stamp stamp) {
            this.key = key;
            this.stamp = stamp;
            try {
                channel = Files.newByteChannel(file, StandardOpenOption.READ);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public SourceKey key() {
            return key;
        }

        @Override
        public Stamp stamp() {
            return stamp;
        }

        @Override
        public SeekableByteChannel channel() {
            return channel;
        }

        @Override
        public void close() {
            open.decrementAndGet();
            try {
                channel.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private final class TestDecoder implements Decoder {
        @Override
        public String format() {
            return "test";
        }

        @Override
        public boolean recognizes(ByteBuffer head) {
            return true;
        }

        @Override
        public ImageInfo inspect(Source source, Tolerance tolerance) {
            inspected.incrementAndGet();
            return INFO;
        }

        @Override
        public Decoded decode(Source source, DecodeRequest request) throws ServeException {
            decoded.incrementAndGet();
            try {
                decodings.getOrDefault(source.key().path(), channel -> {}).run(source.channel());
            } catch (RuntimeException | ServeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            Pixels pixels = new Pixels(Samples.GRAY, List.of(Plane.blank(INFO.width(), INFO.height())), null, null);
            return new Decoded(INFO, pixels, new Region(0, 0, INFO.width(), INFO.height()), 1);
        }
    }

    private static final class TestEncoder implements Encoder {
        @Override
        public List<OutputFormat> formats() {
            return List.of(OutputFormat.of("jpeg", "image/jpeg"));
        }

        @Override
        public byte[] encode(Pixels pixels, EncodeOptions options) {
            return new byte[] {(byte) pixels.width(), (byte) pixels.height()};
        }
    }
}
