package dev.understudy.source.store;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.SourceKey;
import dev.understudy.source.keep.LargeFileException;
import org.jspecify.annotations.Nullable;

/** Turns what stores say into failures. */
final class StoreFailures {

    private StoreFailures() {}

    /** The failure of a file that is not there. */
    static ServeException missing(SourceKey key) {
        return new ServeException(
                key.kind() == SourceKey.Kind.STATIC_CONTENT
                        ? new Failure.StaticMissing(key.toString())
                        : new Failure.Missing(key.toString(), key.fromCatalog()));
    }

    /** The failure of a name that would leave its root. */
    static ServeException outside(SourceKey key) {
        return unreadable(key, "has a path that leads out of its catalog's folder");
    }

    /** The failure of a catalog whose root path is a URL that cannot be read. */
    static ServeException unusableRoot(SourceKey key, IllegalArgumentException e) {
        return unreadable(key, "is under a root path that cannot be used: " + e.getMessage());
    }

    /** The failure of a file that a store does not let be read, or cannot be kept. */
    static ServeException of(SourceKey key, Throwable cause) {
        if (cause instanceof NoObjectException absent) {
            return absent.isForbidden() ? unreadable(key, "may not be read, says its store") : missing(key);
        }
        if (cause instanceof LargeFileException large) {
            return new ServeException(new Failure.TooLarge(
                    "The file of '" + key + "'", "store.maxFileSize, " + (large.maxBytes() >> 20) + " MB"));
        }
        if (cause instanceof ServeException known) {
            return new ServeException(known.failure());
        }
        return unavailable("'" + key + "' cannot be had now: " + reason(cause), cause);
    }

    /** Why a server is turned away is for its operator alone, who is told on the console. */
    private static String reason(Throwable cause) {
        if (cause instanceof ChangedFileException) {
            return String.valueOf(cause.getMessage());
        }
        if (!(cause instanceof ObjectStoreException known)) {
            return "it cannot be kept on this machine";
        }
        return known.reason() == ObjectStoreException.Reason.REFUSED
                ? "its store turns this server away"
                : String.valueOf(known.getMessage());
    }

    /** The failure of a request that cannot wait any longer. */
    static ServeException late(SourceKey key, @Nullable Throwable cause) {
        return unavailable(
                "'" + key + "' cannot be had now: its store has not sent it while the request could wait", cause);
    }

    /** The failure of a file that nobody has fetched. */
    static ServeException notFetched(SourceKey key) {
        return unavailable("'" + key + "' cannot be had now: it has not been fetched lately", null);
    }

    /** The failure of a request that waits when the server stops. */
    static ServeException stopped(@Nullable Throwable cause) {
        return overloaded(
                "Files of stores are not fetched any more, since the server stops or has new settings", cause);
    }

    /** The failure of a fetch that would be one too many. */
    static ServeException crowded(SourceKey key, String setting, int max) {
        return overloaded(
                "'" + key + "' cannot be fetched now: " + setting + " allows " + max
                        + " at a time, half of them from one store and three quarters for one catalog",
                null);
    }

    private static ServeException unreadable(SourceKey key, String reason) {
        FailureKind kind = key.kind() == SourceKey.Kind.STATIC_CONTENT
                ? FailureKind.STATIC_UNREADABLE
                : FailureKind.SOURCE_UNREADABLE;
        return new ServeException(new Failure.Unreadable(kind, key.toString(), reason, null));
    }

    private static ServeException overloaded(String message, @Nullable Throwable cause) {
        return new ServeException(new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, message, cause));
    }

    private static ServeException unavailable(String message, @Nullable Throwable cause) {
        return new ServeException(new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, message, cause));
    }
}
