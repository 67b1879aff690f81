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
            description = "http://host[:port] or https://host[:port] of the secondary server; empty for no redirect")
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
}
