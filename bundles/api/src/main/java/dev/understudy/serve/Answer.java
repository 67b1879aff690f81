package dev.understudy.serve;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The outcome of a call: a reply made here, or the order to forward the request. */
@ProviderType
public sealed interface Answer permits Reply, Forward {

    /** The same answer, which other values of these headers can change. */
    Answer alsoVaryingBy(Set<NegotiatedHeader> headers);
}
