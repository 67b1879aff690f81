package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;

/** Foreign images from a server on this machine, which is listed. */
final class ForeignFixture implements AutoCloseable {

    static final Duration DEFAULT = Duration.ofSeconds(600);
    static final byte[] IMAGE = "an image".getBytes(StandardCharsets.US_ASCII);

    final OriginServer origin;
    final SetClock clock = new SetClock();
    final ForeignSourceAccess access;
    private final Duration wait;

    ForeignFixture(Path folder) throws IOException {
        this(folder, settings("127.0.0.1", 5, 1 << 20, 10 << 20, 8), null);
    }

    ForeignFixture(Path folder, ForeignSettings settings, @Nullable SocketAddressResolver resolver) throws IOException {
        origin = new OriginServer();
        access = new ForeignSourceAccess(settings, folder, clock, resolver);
        wait = settings.timeout().plusSeconds(10);
    }

    static ForeignSettings settings(String addresses, int seconds, long maxFile, long maxKept, int maxRequests) {
        AddressFilter listed = addresses.isEmpty() ? AddressFilter.NOBODY : AddressFilter.parse(addresses);
        return new ForeignSettings(Duration.ofSeconds(seconds), DEFAULT, listed, maxFile, maxKept, maxRequests, 200);
    }

    SourceKey key(String target) {
        return SourceKey.foreign(ForeignUrl.of(origin.url(target)));
    }

    /** Fetches images, and lets them go. */
    void fetch(SourceKey... keys) throws ServeException {
        lease(keys).close();
    }

    SourceLease lease(SourceKey... keys) throws ServeException {
        return leaseFor("catalog", keys);
    }

    SourceLease leaseFor(String catalog, SourceKey... keys) throws ServeException {
        return access.fetch(List.of(keys), catalog, clock.instant().plus(wait));
    }

    /** What is wrong when a fetch fails. */
    Failure failure(SourceKey... keys) {
        return assertThrows(ServeException.class, () -> fetch(keys)).failure();
    }

    byte[] read(SourceKey key) throws ServeException, IOException {
        try (Source source = access.open(key)) {
            return read(source);
        }
    }

    static byte[] read(Source source) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) source.channel().size());
        source.channel().position(0);
        while (bytes.hasRemaining() && source.channel().read(bytes) >= 0) {
            // until all is there
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        access.close();
        origin.close();
    }
}
