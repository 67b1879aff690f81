package dev.understudy.failure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A failure: the reason why a request cannot be served as it was asked for. */
@ProviderType
public sealed interface Failure {

    /** The failure that an exception or error comes to, whatever it is. */
    static Failure of(Throwable thrown) {
        if (thrown instanceof ServeException known) {
            return known.failure();
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Unavailable(FailureKind.SERVER_OVERLOADED, "Not enough memory for this request now", thrown);
        }
        return new Internal(thrown);
    }

    /** The row of the failure on the page of failures. */
    FailureKind kind();

    /** A message for people: what was wrong, where, and what is allowed. May name files and is shown at error detail 2 and above only. */
    String message();

    /** The text for the logs: the message, and what concerns only an operator. */
    default String logMessage() {
        return message();
    }

    /** Whether the log of the server tells of it, since only an operator can mend it. */
    default boolean concernsOperators() {
        return kind().isServerFault();
    }

    /** The library's exception, for the log and error detail 3. */
    default @Nullable Throwable cause() {
        return null;
    }

    /**
     * An image that is not there; a vector image by the suffix of its name.
     *
     * @param object as named in the request or the catalog
     * @param cataloged whether a catalog has it
     * @param command the command that names it, empty for none
     */
    record Missing(String object, boolean cataloged, String command) implements Failure {

        /** An image that no command names. */
        public Missing(String object, boolean cataloged) {
            this(object, cataloged, "");
        }

        @Override
        public FailureKind kind() {
            if (object.toLowerCase(Locale.ROOT).endsWith(".svg")) {
                return cataloged ? FailureKind.SVG_MISSING : FailureKind.SVG_UNKNOWN;
            }
            return cataloged ? FailureKind.SOURCE_MISSING : FailureKind.OBJECT_UNKNOWN;
        }

        @Override
        public String message() {
            if (cataloged) {
                return "The file of '" + object + "' does not exist";
            }
            String missing = "'" + object + "' is neither in a catalog nor a file";
            return command.isEmpty() ? missing : command + "= names what is not there: " + missing;
        }
    }

    /**
     * A file that may not or cannot be read.
     *
     * @param kind SOURCE_UNREADABLE or STATIC_UNREADABLE
     * @param object as named in the catalog
     * @param reason what is in the way, as the end of a sentence about the file
     */
    record Unreadable(
            FailureKind kind,
            String object,
            String reason,
            @Nullable Throwable cause) implements Failure {

        /** An image that the system does not let be read. */
        public Unreadable(String object, @Nullable Throwable cause) {
            this(FailureKind.SOURCE_UNREADABLE, object, "cannot be read", cause);
        }

        @Override
        public String message() {
            return "The file of '" + object + "' " + reason;
        }
    }

    /**
     * A damaged image, profile or font.
     *
     * @param kind SOURCE_CORRUPT, PROFILE_CORRUPT or FONT_CORRUPT
     * @param object as named in the catalog
     * @param detail what is wrong with it
     */
    record Corrupt(
            FailureKind kind,
            String object,
            String detail,
            @Nullable Throwable cause) implements Failure {
        @Override
        public String message() {
            return "'" + object + "': " + detail;
        }
    }

    /**
     * An image that may be sound, of a kind that is not read.
     *
     * @param kind SOURCE_UNSUPPORTED or SVG_UNSUPPORTED
     * @param object as named in the catalog
     * @param detail what about it is not supported
     */
    record UnsupportedSource(FailureKind kind, String object, String detail) implements Failure {
        @Override
        public String message() {
            return "'" + object + "': " + detail;
        }
    }

    /**
     * The failure of a source in quarantine: the source has not changed since it failed, so it was not tried again.
     *
     * @param first the failure then
     * @param since when that was
     */
    record Known(Failure first, Instant since) implements Failure {
        @Override
        public FailureKind kind() {
            return first.kind();
        }

        @Override
        public String message() {
            return first.message();
        }

        @Override
        public String logMessage() {
            return first.message() + " (in quarantine since " + since.truncatedTo(ChronoUnit.SECONDS) + ")";
        }

        @Override
        public @Nullable Throwable cause() {
            return first.cause();
        }
    }

    /** Static content that is not there. */
    record StaticMissing(String object) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.STATIC_MISSING;
        }

        @Override
        public String message() {
            return "There is no content at '" + object + "'";
        }
    }

    /**
     * A bad value.
     *
     * @param command the command's name
     * @param value as given
     * @param allowed what would be right
     */
    record InvalidParameter(String command, String value, String allowed) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.PARAMETER_INVALID;
        }

        @Override
        public String message() {
            return "'" + value + "' is not a valid value for " + command + "; allowed: " + allowed;
        }
    }

    /** A request that cannot be read. */
    record Malformed(String message) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.REQUEST_MALFORMED;
        }
    }

    /** Something of the protocol that this server does not do. */
    record Unsupported(String message) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.REQUEST_UNSUPPORTED;
        }
    }

    /**
     * A request beyond a limit.
     *
     * @param what what is too large, with its size
     * @param limit the limit and the setting that holds it
     */
    record TooLarge(String what, String limit) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.SIZE_LIMIT;
        }

        @Override
        public String message() {
            return what + " is larger than " + limit;
        }
    }

    /** A request that was turned away. */
    record Refused(String message) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.REQUEST_REFUSED;
        }
    }

    /**
     * A request that was turned away since the rules of a catalog took too long for it. The client is no less to blame than the rule, but only an
     * operator can mend the rule.
     *
     * @param catalog the root id of the catalog; empty for the default catalog
     * @param rule the name of the rule that was the last
     * @param length characters of the request
     */
    record SlowRule(String catalog, String rule, int length) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.REQUEST_REFUSED;
        }

        @Override
        public String message() {
            return (catalog.isEmpty() ? "The default catalog" : "The catalog '" + catalog + "'") + " has the rule "
                    + rule + ", which takes too long for this request";
        }

        @Override
        public String logMessage() {
            return message() + " of " + length + " characters";
        }

        @Override
        public boolean concernsOperators() {
            return true;
        }
    }

    /** A foreign image that could not be had. */
    record Foreign(String message, @Nullable Throwable cause) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.FOREIGN_FAILED;
        }
    }

    /**
     * An image that has not been saved.
     *
     * @param file as named in the request
     * @param reason what is in the way, as the end of a sentence about the file
     */
    record NotSaved(String file, String reason, @Nullable Throwable cause) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.SAVE_FAILED;
        }

        @Override
        public String message() {
            return "'" + file + "' was not saved: " + reason;
        }
    }

    /**
     * A server that cannot serve at the moment.
     *
     * @param kind SERVER_OVERLOADED or STORAGE_UNAVAILABLE
     */
    record Unavailable(
            FailureKind kind, String message, @Nullable Throwable cause) implements Failure {}

    /**
     * A secondary server that failed too.
     *
     * @param kind one of the SECONDARY kinds
     */
    record SecondaryFailure(
            FailureKind kind, String message, @Nullable Throwable cause) implements Failure {}

    /** A fault of this server. */
    record Internal(Throwable cause) implements Failure {
        @Override
        public FailureKind kind() {
            return FailureKind.INTERNAL;
        }

        @Override
        public String message() {
            return "Unexpected " + cause.getClass().getSimpleName();
        }
    }
}
