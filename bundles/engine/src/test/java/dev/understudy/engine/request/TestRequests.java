package dev.understudy.engine.request;

import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.codec.TestFormats;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.serve.ClientHints;
import org.jspecify.annotations.Nullable;

/** Requests that may use whatever they name. */
public final class TestRequests {

    private TestRequests() {}

    public static RawRequest raw(String path, @Nullable String query, Catalogs catalogs) {
        return new RawRequest(path, query, catalogs, TestFormats.ALL, AccessPolicy.unrestricted(), ClientHints.NONE);
    }

    /** What reading the request of a client comes to. */
    public static ReadRequest read(String path, @Nullable String query, Catalogs catalogs, ClientHints hints) {
        RawRequest raw = new RawRequest(path, query, catalogs, TestFormats.ALL, AccessPolicy.unrestricted(), hints);
        return RequestReader.read(raw, null);
    }

    /** What reading the request comes to. */
    public static ReadRequest read(String path, @Nullable String query, Catalogs catalogs) {
        return RequestReader.read(raw(path, query, catalogs), null);
    }

    /**
     * The request.
     *
     * @throws ServeException the failure, when it cannot be read whole
     */
    public static ImageRequest whole(String path, @Nullable String query, Catalogs catalogs) throws ServeException {
        ReadRequest read = read(path, query, catalogs);
        if (read instanceof ReadRequest.Broken broken) {
            throw new ServeException(broken.failure());
        }
        return read.request();
    }

    /** What is known of the request, broken or not. */
    public static RequestSummary summary(String path, @Nullable String query, Catalogs catalogs) {
        return read(path, query, catalogs).summary();
    }
}
