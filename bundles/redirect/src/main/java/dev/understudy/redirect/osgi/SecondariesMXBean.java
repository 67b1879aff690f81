package dev.understudy.redirect.osgi;

import java.util.Map;

/** The secondary servers, for tools that monitor by JMX. */
public interface SecondariesMXBean {

    /** Returns the counts of forwards, by {@code root URL, reason, outcome}. */
    Map<String, Long> getForwards();

    /** Returns {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}, by root URL. */
    Map<String, String> getBreakers();

    /** Closes all breakers, so that every server is asked again; returns how many were open. */
    int reset();
}
