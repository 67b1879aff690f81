package dev.understudy.http.reply;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Allows the methods of a read-only server: GET, HEAD and OPTIONS. */
public final class MethodFilter {

    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private MethodFilter() {}

    /** Returns whether a request has one of the two methods that are answered with images and files. */
    public static boolean passes(Request request) {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }

    /** Answers every method but GET and HEAD; returns false for those two, which the caller answers. */
    public static boolean answered(Request request, Response response, Callback callback, CrossOrigin crossOrigin) {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                return false;
            }
            case "OPTIONS" -> {
                response.getHeaders().put(HttpHeader.ALLOW, ALLOWED);
                crossOrigin.preflight(request, response, ALLOWED);
                response.setStatus(HttpStatus.NO_CONTENT_204);
                callback.succeeded();
            }
            default -> {
                response.getHeaders().put(HttpHeader.ALLOW, ALLOWED);
                PlainText.write(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            }
        }
        return true;
    }
}
