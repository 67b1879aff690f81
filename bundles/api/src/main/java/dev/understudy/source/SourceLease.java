package dev.understudy.source;

import org.osgi.annotation.versioning.ConsumerType;

/** Keeps sources at hand that have been {@linkplain SourceAccess#fetch fetched}, for as long as a request may open them. */
@ConsumerType
public interface SourceLease extends AutoCloseable {

    /** The lease of nothing. */
    SourceLease NONE = () -> {};

    /** Lets the sources go; never throws. */
    @Override
    void close();

    /** A lease of what this one keeps at hand, and another. */
    default SourceLease and(SourceLease other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        return () -> {
            close();
            other.close();
        };
    }
}
