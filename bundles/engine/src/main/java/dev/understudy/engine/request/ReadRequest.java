package dev.understudy.engine.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import java.util.function.Supplier;

/** What reading a request comes to. Every request is read once, by {@link RequestReader}. */
public sealed interface ReadRequest {

    /** The request as it was before. */
    RawRequest raw();

    /** The request, or what is known of it. */
    ImageRequest request();

    /** How to answer the request, and with what when it fails. */
    RequestSummary summary();

    /** The result that a request is answered by when planning it has failed. */
    default ReadRequest failedBy(Failure failure) {
        return this;
    }

    /** The commands that operators are shown. */
    default ImageRequest legible() {
        return request();
    }

    /**
     * A request that was read whole. Its values may still make no sense.
     *
     * @param syntax its form alone
     */
    record Readable(RawRequest raw, ImageRequest request, RequestSummary summary, RequestSyntax syntax)
            implements ReadRequest {}

    /**
     * A request that cannot be read whole.
     *
     * @param request its catalog, its object and the commands for the whole request, as far as they can be read
     * @param failure why it cannot be read
     * @param syntax its form alone
     */
    record Broken(RawRequest raw, ImageRequest request, RequestSummary summary, Failure failure, RequestSyntax syntax)
            implements ReadRequest {}

    /**
     * A request that was not let in, or names something that it may not use.
     *
     * @param request what its own text says; no catalog was asked for anything but macros
     * @param failure why it is refused
     * @param admitted whether the request itself was let in
     * @param otherwise the request as though it were not refused; read no sooner than it is needed
     */
    record Refused(
            RawRequest raw,
            ImageRequest request,
            RequestSummary summary,
            Failure failure,
            boolean admitted,
            Supplier<ReadRequest> otherwise)
            implements ReadRequest {

        @Override
        public ReadRequest failedBy(Failure other) {
            return other.kind() == FailureKind.REQUEST_REFUSED ? this : otherwise.get();
        }

        @Override
        public ImageRequest legible() {
            return otherwise.get().legible();
        }
    }
}
