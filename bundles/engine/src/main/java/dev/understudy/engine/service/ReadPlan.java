package dev.understudy.engine.service;

import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.serve.NegotiatedHeader;
import java.net.InetAddress;
import java.util.Set;

/**
 * What a request for an image came to when it was read and planned: under the same catalogs, the same request of any client comes to
 * the same.
 *
 * @param readable what was read; its access policy is that of its first client, as far as reading and planning have used it
 * @param planned what is to be done about it
 * @param varying the headers of the request that its answer depends on
 * @param lastMiss when its image was last found to be missing
 */
record ReadPlan(
        ReadRequest.Readable readable, PlannedRequest planned, Set<NegotiatedHeader> varying, LastMiss lastMiss) {

    /**
     * Whether a request comes to the same for all clients: none of the catalogs that it is made of serves some addresses only, and it has
     * no vector images, whose own requests are read anew.
     */
    static boolean isRepeatable(ReadRequest read, PlannedRequest planned) {
        return read instanceof ReadRequest.Readable
                && planned.summary().type().isImage()
                && !(planned.details() instanceof RequestDetails.OfVectors)
                && !read.raw().policy().isFiltered();
    }

    /** A repeatable request, before it is answered. */
    static ReadPlan of(ReadRequest read, PlannedRequest planned, Set<NegotiatedHeader> varying) {
        ReadRequest.Readable readable = (ReadRequest.Readable) read;
        return new ReadPlan(with(readable.raw().policy().copy(), readable), planned, varying, new LastMiss());
    }

    /** The request of another client. What stands in for its answer is still to be admitted, with the address of that client. */
    ReadRequest.Readable read(InetAddress client) {
        return with(readable.raw().policy().forClient(client), readable);
    }

    private static ReadRequest.Readable with(AccessPolicy policy, ReadRequest.Readable read) {
        return new ReadRequest.Readable(read.raw().with(policy), read.request(), read.summary(), read.syntax());
    }
}
