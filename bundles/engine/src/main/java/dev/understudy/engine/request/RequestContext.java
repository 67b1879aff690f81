package dev.understudy.engine.request;

import dev.understudy.serve.Call;
import java.time.Instant;

/**
 * A request that is being answered.
 *
 * @param call as it came
 * @param read what reading it came to
 * @param deadline when nobody waits for the answer any more
 */
public record RequestContext(Call call, ReadRequest read, Instant deadline) {}
