package dev.understudy.engine.service;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.render.Renderer;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The innermost stage: renders, a bounded number of pictures at a time. */
final class Rendering implements PictureMaker {

    private final Renderer renderer;
    private final Semaphore permits;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param atOnce how many pictures
     * @param patience how long a request may wait for its turn
     */
    Rendering(Renderer renderer, int atOnce, Duration patience, Clock clock) {
        this.renderer = renderer;
        this.permits = new Semaphore(atOnce, true);
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Reply make(ImagePlan plan, Catalog catalog, Instant deadline) throws ServeException {
        acquire(deadline);
        try {
            Renderer.Rendered picture = renderer.render(plan);
            return Reply.of(picture.mediaType(), picture.bytes())
                    .withDigest(Digests.md5(picture.bytes()))
                    .withStamps(picture.stamps());
        } finally {
            permits.release();
        }
    }

    private void acquire(Instant deadline) throws ServeException {
        try {
            long left = Duration.between(clock.instant(), deadline).toMillis();
            long wait = Math.max(0, Math.min(patience.toMillis(), left));
            if (permits.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ServeException(new Failure.Unavailable(
                FailureKind.SERVER_OVERLOADED, "No permit to render before the request's deadline", null));
    }
}
