package dev.understudy.redirect.osgi;

import java.util.Map;

/** The secondary servers for tools that watch by JMX. */
public interface SecondariesMXBean {

    /** How many forwards there were, by {@code root URL, reason, outcome}. */
    Map<String, Long> getForwards();

    /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}, by root URL. */
    Map<String, String> getBreakers();

    /** Has the servers that are left alone asked again; how many there were. */
    int reset();
}
