package dev.understudy.itest.helper;

import org.eclipse.jetty.server.Request;

/** What the desks have in common. */
final class ControlEndpoint {

    private ControlEndpoint() {}

    /** What is to be done: the last element of the path. */
    static String lastElement(Request request) {
        String path = request.getHttpURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
