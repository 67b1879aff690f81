package dev.understudy.engine.service;

import dev.understudy.engine.request.Entrance;
import dev.understudy.serve.Call;
import java.time.Instant;

/**
 * A request that is being answered.
 *
 * @param call as it came
 * @param entrance how it came in, and what it may use
 * @param deadline when nobody waits for the answer any more
 */
record Asked(Call call, Entrance entrance, Instant deadline) {}
