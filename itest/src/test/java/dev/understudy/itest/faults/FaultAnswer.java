package dev.understudy.itest.faults;

/** What answers a request that fails, or does not. */
enum FaultAnswer {
    /** No request is sent: the column makes no sense there. */
    NOT_ASKED(""),
    /** What was asked for. */
    RIGHT(""),
    TEXT("text"),
    DEFAULT_IMAGE("default-image"),
    ERROR_IMAGE("error-image"),
    FORWARDED("secondary");

    private final String standIn;

    FaultAnswer(String standIn) {
        this.standIn = standIn;
    }

    /** How the answer's header calls it. */
    String standIn() {
        return standIn;
    }
}
