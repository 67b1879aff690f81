package dev.understudy.serve;

/** The headers of requests that can decide which answer a client gets. Caches are told of them by {@code Vary}. */
public enum NegotiatedHeader {
    /** The media types that the client takes. */
    ACCEPT("Accept", false),
    /** The pixel ratio of the client's screen. */
    SEC_CH_DPR("Sec-CH-DPR", true),
    /** The older name of {@link #SEC_CH_DPR}. */
    DPR("DPR", true),
    /** Whether the client wants to get by with little data. */
    SAVE_DATA("Save-Data", true),
    /** The kind of the client's connection. */
    ECT("ECT", true),
    /** The bandwidth of the client's connection, in megabits a second. */
    DOWNLINK("Downlink", true);

    private final String fieldName;
    private final boolean hint;

    NegotiatedHeader(String fieldName, boolean hint) {
        this.fieldName = fieldName;
        this.hint = hint;
    }

    /** The name of the header. */
    public String fieldName() {
        return fieldName;
    }

    /** Whether it is a client hint: one that clients send when {@code Accept-CH} has asked for it. */
    public boolean isHint() {
        return hint;
    }
}
