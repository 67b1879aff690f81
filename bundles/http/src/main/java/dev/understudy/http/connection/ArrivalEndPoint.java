package dev.understudy.http.connection;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** An end point that knows how the requests of its connection arrive. */
interface ArrivalEndPoint {

    /** Returns how they arrive. */
    RequestArrival arrival();

    /** Returns how the requests of a connection arrive; null for a connection that was not made here. */
    static @Nullable RequestArrival arrival(EndPoint endPoint) {
        EndPoint inner = endPoint;
        while (!(inner instanceof ArrivalEndPoint)) {
            if (!(inner instanceof EndPoint.Wrapper wrapper)) {
                return null;
            }
            inner = wrapper.unwrap();
        }
        return ((ArrivalEndPoint) inner).arrival();
    }

    /** Returns how a request has arrived; null for one of a connection that was not made here. */
    static @Nullable RequestArrival arrival(Request request) {
        return arrival(request.getConnectionMetaData().getConnection().getEndPoint());
    }
}
