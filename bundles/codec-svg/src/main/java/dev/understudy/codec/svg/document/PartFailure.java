package dev.understudy.codec.svg.document;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;

/** A failure to read what stands in a document that is no fault of the document, such as a lack of room. */
public final class PartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ServeException failure;

    private PartFailure(ServeException failure) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
    }

    /**
     * What a failure to read a part of a document comes to: damage of the document, a kind of part that is not read, or neither.
     *
     * @param element that the part is for
     * @param part what it is
     */
    public static RuntimeException of(SvgElement element, String part, ServeException failure) {
        return switch (failure.failure().kind()) {
            case FONT_CORRUPT, SOURCE_CORRUPT -> SvgDamage.of(element, part + ": " + detail(failure.failure()));
            case SOURCE_UNSUPPORTED, REQUEST_UNSUPPORTED, SIZE_LIMIT ->
                SvgRefusal.of(element, part + ": " + failure.failure().message());
            default -> new PartFailure(failure);
        };
    }

    private static String detail(Failure failure) {
        return failure instanceof Failure.Corrupt corrupt ? corrupt.detail() : failure.message();
    }

    /** What has failed. */
    public ServeException failure() {
        return failure;
    }
}
