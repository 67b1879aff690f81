package dev.understudy.iiif.serve;

import dev.understudy.observe.AccessRecord;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of the IIIF Image API, free of HTTP.
 *
 * @param path what follows the mount and a slash, still encoded
 * @param root the URL of the mount, as clients know it
 * @param linkedData whether the client wants JSON by the name of linked data
 * @param client the address of the client
 * @param deadline when nobody waits for the answer any more
 * @param revalidation whether the client has got an answer before
 * @param fault the faults that the client asks for; null for none
 * @param accessRecord what the log is told
 */
public record IiifCall(
        String path,
        String root,
        boolean linkedData,
        InetAddress client,
        Instant deadline,
        boolean revalidation,
        @Nullable String fault,
        AccessRecord accessRecord) {

    /** The same request without faults: what is looked up for it is not to fail, too. */
    IiifCall withoutFault() {
        return new IiifCall(path, root, linkedData, client, deadline, revalidation, null, accessRecord);
    }
}
