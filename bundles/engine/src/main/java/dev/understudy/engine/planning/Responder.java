package dev.understudy.engine.planning;

import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import java.time.Instant;

/** Answers requests that have been planned. */
public interface Responder {

    /**
     * The reply.
     *
     * @param deadline when nobody waits any more
     * @throws ServeException when it cannot be made
     */
    Reply reply(PlannedRequest request, Instant deadline) throws ServeException;
}
