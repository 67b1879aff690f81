package dev.understudy.redirect.client;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;

/**
 * How long the head of a request is. Servers take heads of 8 kilobytes at least; with longer ones each has its own way of saying no, which
 * often is to close the connection.
 */
public final class RequestHead {

    private static final int ORDINARY = 8000;
    private static final int MAX = 90 * 1024;
    /** What stands around a field: a colon, a space and the end of the line. */
    private static final int FIELD = 4;

    private RequestHead() {}

    /**
     * Requires that a request can be sent at all.
     *
     * @throws RequestFault when it cannot
     */
    public static void requireSendable(Request request) throws RequestFault {
        long length = length(request);
        if (length > MAX) {
            throw new RequestFault(
                    RequestFault.Reason.UNSENDABLE,
                    "its address and headers have " + length + " bytes; allowed: " + MAX + " at most");
        }
    }

    /** Returns whether every server should take the request. */
    public static boolean isOrdinary(Request request) {
        return length(request) <= ORDINARY;
    }

    private static long length(Request request) {
        String query = request.getQuery();
        long length = request.getPath().length() + (query == null ? 0 : query.length());
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            length += field.getName().length() + (value == null ? 0 : value.length()) + FIELD;
        }
        return length;
    }
}
