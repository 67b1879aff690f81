package dev.understudy.http;

import dev.understudy.observe.Observation;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import org.eclipse.jetty.server.Request;

/** A handler of {@code /is/image} with an answer from a lambda. */
public final class FixedHandler extends ServingHandler {

    private final Answering answering;

    public FixedHandler(Answering answering) {
        this(answering, new NoForwarding());
    }

    public FixedHandler(Answering answering, Forwarding forwarding) {
        super(forwarding, true, Mounts.IMAGE);
        this.answering = answering;
    }

    @Override
    protected Answer answer(Request request, String path, Forwardable forwardable, Observation observation) {
        return answering.answer(path, request.getHttpURI().getQuery(), forwardable);
    }

    /** What it answers. */
    public interface Answering {
        Answer answer(String path, String query, Forwardable forwardable);
    }
}
