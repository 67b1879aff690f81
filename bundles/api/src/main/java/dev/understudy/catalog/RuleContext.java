package dev.understudy.catalog;

/**
 * Which kind of request a preprocessing rule is for.
 *
 * <p>Source: the reference's page on rule.
 */
public enum RuleContext {
    /** Requests for images, {@code /is/image}. */
    IMAGE("is"),
    /** Requests for rendered images, {@code /ir/render}, which this server does not answer. */
    RENDER("ir"),
    /** Requests for static content, {@code /is/content}. */
    STATIC("static");

    private final String token;

    RuleContext(String token) {
        this.token = token;
    }

    /** The word for it in {@code RequestType}. */
    public String token() {
        return token;
    }

    /**
     * The context that a word stands for.
     *
     * @throws IllegalArgumentException when it stands for none
     */
    public static RuleContext ofToken(String token) {
        for (RuleContext context : values()) {
            if (context.token.equals(token)) {
                return context;
            }
        }
        throw new IllegalArgumentException("'" + token + "' is not a valid value; allowed: is, ir or static");
    }
}
