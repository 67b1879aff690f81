package dev.understudy.engine.gate;

import dev.understudy.image.IdleProcessors;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run of a helper, which is not begun any more once somebody waits for its end. */
final class HelperRun implements IdleProcessors.Running {

    private final IdleProcessors.Helper helper;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Throwable thrown;

    HelperRun(IdleProcessors.Helper helper) {
        this.helper = helper;
    }

    void run(BooleanSupplier idle) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            helper.help(idle);
        } catch (Throwable e) {
            thrown = e;
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void await() {
        if (begun.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException unexpected) {
            throw unexpected;
        }
    }
}
