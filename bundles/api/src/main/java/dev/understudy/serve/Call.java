package dev.understudy.serve;

import dev.understudy.catalog.Catalogs;
import dev.understudy.observe.AccessRecord;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request for an image, free of HTTP.
 *
 * @param path what follows the mount in the request's path, still encoded, without the slash after the mount; empty when
 *     nothing follows
 * @param query what follows the question mark, still encoded; null when there is none
 * @param client the address of the client
 * @param deadline when nobody waits for the answer any more
 * @param forwardable whether it may be sent to a secondary server
 * @param catalogs the snapshot that serves this request from first to last
 * @param accessRecord what the log is told
 * @param operator whether the server's operator asks, from inside: nothing is kept from them
 * @param hints what the client says of itself
 * @param revalidation whether the client has got an answer before and wants another one only if it has changed
 * @param effects whether it may change something here, such as save a file: a GET without preconditions that no page of another site has
 *     a browser make
 * @param fault the faults that the client asks for, the value of {@link #FAULT}; null for none
 */
public record Call(
        String path,
        @Nullable String query,
        InetAddress client,
        Instant deadline,
        Forwardable forwardable,
        Catalogs catalogs,
        AccessRecord accessRecord,
        boolean operator,
        ClientHints hints,
        boolean revalidation,
        boolean effects,
        @Nullable String fault) {

    /** The request header by which clients of a catalog with {@code FaultInjection} ask for faults, and the response header that tells which they got. */
    public static final String FAULT = "Understudy-Fault";

    /** A call that changes nothing. */
    public Call(
            String path,
            @Nullable String query,
            InetAddress client,
            Instant deadline,
            Forwardable forwardable,
            Catalogs catalogs,
            AccessRecord accessRecord,
            boolean operator,
            ClientHints hints,
            boolean revalidation) {
        this(
                path,
                query,
                client,
                deadline,
                forwardable,
                catalogs,
                accessRecord,
                operator,
                hints,
                revalidation,
                false,
                null);
    }

    /** A call for an answer, whatever the client has, and of one that says nothing of itself. */
    public Call(
            String path,
            @Nullable String query,
            InetAddress client,
            Instant deadline,
            Forwardable forwardable,
            Catalogs catalogs,
            AccessRecord accessRecord,
            boolean operator) {
        this(path, query, client, deadline, forwardable, catalogs, accessRecord, operator, ClientHints.NONE, false);
    }
}
