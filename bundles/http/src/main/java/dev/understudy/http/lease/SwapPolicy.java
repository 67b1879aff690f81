package dev.understudy.http.lease;

import java.time.Duration;

/**
 * How long requests wait while a {@link SwappableService} is replaced.
 *
 * @param grace how long a request waits for a service that is being replaced
 * @param limit how many requests may wait at once
 * @param drain how long a service that leaves may go on with the requests it has
 */
public record SwapPolicy(Duration grace, int limit, Duration drain) {}
