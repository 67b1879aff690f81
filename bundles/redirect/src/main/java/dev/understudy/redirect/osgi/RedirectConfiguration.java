package dev.understudy.redirect.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of redirect on error, by the reference's names. */
@ObjectClassDefinition(name = "Understudy redirect on error")
public @interface RedirectConfiguration {

    /** Where Config Admin has it. */
    String PID = "dev.understudy.redirect";

    @AttributeDefinition(
            name = "Root URL",
            description =
                    "http://host[:port] or https://host[:port] of the secondary server, several separated by spaces"
                            + " and asked in this order; empty for no redirect")
    String errorRedirect_rootUrl() default "";

    @AttributeDefinition(
            name = "Connect timeout",
            description = "How long a request may wait for a connection, milliseconds",
            min = "1",
            max = "600000")
    long errorRedirect_connectTimeout() default 2000;

    @AttributeDefinition(
            name = "Socket timeout",
            description = "How long the secondary server may be silent, milliseconds",
            min = "1",
            max = "600000")
    long errorRedirect_socketTimeout() default 10_000;

    @AttributeDefinition(
            name = "Breaker failures",
            description = "After so many failures in a row a secondary server is left alone",
            min = "1",
            max = "1000000")
    int errorRedirect_breaker_failures() default 5;

    @AttributeDefinition(
            name = "Breaker open",
            description = "For how long it is left alone before one request tries it, milliseconds",
            min = "1",
            max = "600000")
    long errorRedirect_breaker_openMillis() default 10_000;
}
