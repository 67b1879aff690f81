package dev.understudy.source.s3;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.RootUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.store.StoreRoots;
import dev.understudy.source.store.StoreSettings;
import dev.understudy.source.store.StoreSourceAccess;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Images under a root on S3. */
final class S3Fixture implements AutoCloseable {

    /** For how long a file is taken to be as it was fetched. */
    static final Duration FRESH = Duration.ofMinutes(10);

    final StoreSourceAccess access;
    /** How far the clock of the files is ahead of that of the machine. */
    private volatile Duration ahead = Duration.ZERO;

    /**
     * A root.
     *
     * @param root with its options
     * @param credentials a file
     */
    S3Fixture(Path folder, String root, Path credentials) {
        S3Settings settings = new S3Settings(Optional.of(credentials), "");
        StoreSettings stores = new StoreSettings(
                FRESH, Duration.ofMinutes(1), Duration.ofSeconds(20), 50 << 20, 100 << 20, 16, 256, 0, true);
        access = new StoreSourceAccess(
                new StoreRoots(List.of(RootUrl.of(root)), List.of()),
                stores,
                List.of(new S3Stores(settings)),
                folder.resolve("kept"),
                this::now);
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Has time go by: for how long files are fresh, and failures are remembered. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    static SourceKey image(String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, "", path, true);
    }

    String read(String path) throws ServeException, IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    byte[] bytes(String path) throws ServeException, IOException {
        SourceKey key = image(path);
        try (SourceLease lease = access.fetch(List.of(key), "catalog", now().plusSeconds(60));
                Source source = access.open(key)) {
            return Channels.newInputStream(source.channel()).readAllBytes();
        }
    }

    Failure failure(String path) throws IOException {
        try {
            throw new AssertionError("there is " + read(path) + ", " + access.entries() + ", " + access.figures());
        } catch (ServeException e) {
            return e.failure();
        }
    }

    @Override
    public void close() {
        access.close();
    }
}
