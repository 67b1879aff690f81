package dev.understudy.http.osgi;

import dev.understudy.http.log.LogPattern;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the HTTP server as they are configured. */
@ObjectClassDefinition(
        id = HttpConfiguration.PID,
        name = "Understudy HTTP server",
        description = "Where requests are taken, how they survive a bundle that is replaced, and the access log.")
public @interface HttpConfiguration {

    String PID = "dev.understudy.http";

    @AttributeDefinition(name = "Host", description = "Address to listen on; empty for all.")
    String host() default "127.0.0.1";

    @AttributeDefinition(name = "Port", description = "Port to listen on; 0 for any that is free.")
    int port() default 8080;

    @AttributeDefinition(
            name = "Trusted proxies",
            description = "Addresses and ranges, such as 10.0.0.0/8, of proxies whose X-Forwarded-For is believed,"
                    + " separated by commas; empty for none.")
    String trustedProxies() default "";

    @AttributeDefinition(
            name = "Swap grace (ms)",
            description = "How long a request waits for a handler that is being replaced, before it gets a 503.")
    long swap_grace() default 2000;

    @AttributeDefinition(name = "Swap limit", description = "How many requests wait at once for such a handler.")
    int swap_limit() default 1000;

    @AttributeDefinition(
            name = "Drain timeout (ms)",
            description = "How long requests may go on when the server stops or their handler leaves.")
    long drain_timeout() default 20_000;

    @AttributeDefinition(name = "Log directory", description = "Folder of the access log; empty for no access log.")
    String log_directory() default "";

    @AttributeDefinition(name = "Log days", description = "How many days access logs are kept.")
    int log_maxDays() default 10;

    @AttributeDefinition(name = "Log prefix", description = "What the names of access logs begin with.")
    String log_prefix() default "access-";

    @AttributeDefinition(name = "Log pattern", description = "What a line of the access log says.")
    String log_pattern() default LogPattern.DEFAULT;

    @AttributeDefinition(
            name = "Exit on failure",
            description = "Whether the process ends, with an exit code that says so, when the server cannot start.")
    boolean startup_exitOnFailure() default false;
}
