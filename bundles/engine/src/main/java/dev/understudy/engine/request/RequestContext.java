package dev.understudy.engine.request;

import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.serve.Call;
import java.time.Instant;

/**
 * A request that is being answered.
 *
 * @param call as it came
 * @param admission whether and how it was let in
 * @param deadline when nobody waits for the answer any more
 */
public record RequestContext(Call call, AdmissionResult admission, Instant deadline) {}
