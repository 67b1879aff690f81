package dev.understudy.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A mounted handler that answers some requests at once. The thread that has read such a request answers it, too; others are handed to
 * a thread that may wait.
 */
@ConsumerType
public interface PromptHandler {

    /**
     * Answers a request without waiting for anything: neither for files nor for other requests.
     *
     * @return false when that is not possible; then nothing has been done, and the request is handled as any other
     */
    boolean handleAtOnce(Request request, Response response, Callback callback) throws Exception;
}
