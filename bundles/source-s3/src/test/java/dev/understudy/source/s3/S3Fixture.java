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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Images under a root on S3. */
final class S3Fixture implements AutoCloseable {

    final StoreSourceAccess access;

    /**
     * A root.
     *
     * @param root with its options
     * @param credentials a file
     */
    S3Fixture(Path folder, String root, Path credentials) {
        this(folder, root, credentials, Duration.ofMinutes(10));
    }

    /**
     * The same.
     *
     * @param fresh for how long a file is
     */
    S3Fixture(Path folder, String root, Path credentials, Duration fresh) {
        S3Settings settings = new S3Settings(Optional.of(credentials), "");
        StoreSettings stores = new StoreSettings(
                fresh, Duration.ofMinutes(1), Duration.ofSeconds(20), 50 << 20, 100 << 20, 16, 256, true);
        access = new StoreSourceAccess(
                new StoreRoots(List.of(RootUrl.of(root)), List.of()),
                stores,
                List.of(new S3Stores(settings)),
                folder.resolve("kept"),
                InstantSource.system());
    }

    static SourceKey image(String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, "", path, true);
    }

    String read(String path) throws ServeException, IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    byte[] bytes(String path) throws ServeException, IOException {
        SourceKey key = image(path);
        try (SourceLease lease =
                        access.fetch(List.of(key), "catalog", Instant.now().plusSeconds(60));
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
