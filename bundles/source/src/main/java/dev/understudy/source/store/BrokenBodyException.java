package dev.understudy.source.store;

import dev.understudy.source.ObjectStoreException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer of a store that has not come to its end. */
final class BrokenBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenBodyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The same as any other failure of a store. */
    ObjectStoreException known() {
        return new ObjectStoreException(ObjectStoreException.Reason.DOWN, String.valueOf(getMessage()), getCause());
    }
}
