package dev.understudy.http;

import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import org.eclipse.jetty.server.Request;

/** A handler of {@code /is/image} whose answers come from a lambda. */
public class FixedHandler extends ServingHandler {

    private final FixedAnswer answering;

    public FixedHandler(FixedAnswer answering) {
        this(answering, new NoForwarding());
    }

    public FixedHandler(FixedAnswer answering, Forwarding forwarding) {
        super(forwarding, true, Mounts.IMAGE);
        this.answering = answering;
    }

    @Override
    protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        return answering.answer(path, request.getHttpURI().getQuery(), forwardable);
    }

    /** Makes the answer to a request. */
    public interface FixedAnswer {
        Answer answer(String path, String query, Forwardable forwardable);
    }
}
