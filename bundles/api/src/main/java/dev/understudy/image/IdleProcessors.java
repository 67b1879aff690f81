package dev.understudy.image;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Processors that nobody needs at the moment, and that can help with a large image. What comes out must be the same whether there
 * are any or not.
 */
@ProviderType
public interface IdleProcessors {

    /** No processor is ever idle. */
    IdleProcessors NONE = helper -> null;

    /**
     * Starts a helper if a processor is idle now. Whoever starts one goes on with the same work, and waits for the helper before the
     * work counts as done, also when it has failed.
     *
     * @return the helper that has been started; null when no processor is idle
     */
    @Nullable
    Running start(Helper helper);

    /** Does parts of a piece of work while a processor is idle. */
    @ConsumerType
    interface Helper {

        /**
         * Does one part after another, as long as there are any and the processor is idle.
         *
         * @param idle asked before each part; once it is false, the helper returns
         */
        void help(BooleanSupplier idle);
    }

    /** A helper that has been started. */
    @ProviderType
    interface Running {

        /** Waits until the helper has returned, which it is soon to do. Throws what the helper has thrown. */
        void await();
    }
}
