package dev.understudy.redirect.proxy;

import dev.understudy.http.Forwarder;

/** A forwarder as it is configured. */
public interface ErrorRedirect extends Forwarder, AutoCloseable {

    /** Begins to accept requests, or none when no secondary server is configured. */
    static ErrorRedirect open(RedirectSettings settings) {
        return new SecondaryForwarder(settings);
    }

    /** Lets the forwards under way end. */
    @Override
    void close();
}
