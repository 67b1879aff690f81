package dev.understudy.http;

import dev.understudy.observe.AccessRecord;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request that is being answered.
 *
 * @param mayWait whether the thread that handles it may wait
 */
record ServedRequest(
        Request request, Response response, Callback callback, AccessRecord accessRecord, boolean mayWait) {}
