package dev.understudy.observe;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** The requests that the HTTP server is at work on. */
@ProviderType
public interface RequestLoad {

    /** Returns how many requests there are at this moment. */
    RequestFigures requests();

    /**
     * How many requests there are.
     *
     * @param active those that have begun and not ended
     * @param oldest how long the oldest of those waits whose answer has not begun; zero for none
     */
    record RequestFigures(int active, Duration oldest) {}
}
