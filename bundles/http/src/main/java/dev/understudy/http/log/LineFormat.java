package dev.understudy.http.log;

/** How the access log has a request. */
interface LineFormat {

    /** Appends the line for a request, with its end. */
    void append(LineBuffer line, LoggedExchange exchange);
}
