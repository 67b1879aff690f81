package dev.understudy.http.log;

import dev.understudy.http.passage.Passage;
import dev.understudy.observe.Observation;
import java.time.ZonedDateTime;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * A finished request, as the log sees it.
 *
 * @param sent when its answer had been sent
 * @param nanos how long it took
 */
record Exchange(
        Request request, Response response, Observation observation, Passage passage, ZonedDateTime sent, long nanos) {

    static Exchange of(Request request, Response response, ZonedDateTime sent) {
        Observation observation =
                request.getAttribute(Observation.ATTRIBUTE) instanceof Observation observed ? observed : nothing();
        long nanos = NanoTime.since(request.getBeginNanoTime());
        return new Exchange(request, response, observation, Passage.of(request), sent, nanos);
    }

    /** For requests that no handler of pictures or content has seen. */
    private static Observation nothing() {
        Observation observation = new Observation();
        observation.requestType("");
        return observation;
    }

    /** Bytes of the body that were sent. */
    long bytes() {
        return Response.getContentBytesWritten(response);
    }
}
