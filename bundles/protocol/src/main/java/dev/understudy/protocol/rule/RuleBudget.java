package dev.understudy.protocol.rule;

/**
 * The time that the rules of one request may take, those of its nested requests included. An expression that tries out very many ways
 * to match reads the text again and again, so both the clock and the count of characters decide: a thread that had to wait for a
 * processor has read few.
 */
public final class RuleBudget {

    private static final long MOST_NANOS = 50_000_000;
    private static final long FEW_READS = 1_000_000;

    private long nanos;
    private long reads;

    /** A budget of which nothing is spent. */
    public RuleBudget() {}

    /** Thrown when a budget is spent. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SpentException() {
            super("The budget of preprocessing rules is spent", null, false, false);
        }
    }

    /** Text that is looked at on this budget, from now on. */
    TimedText text(CharSequence text) {
        return new TimedText(text, this, System.nanoTime() - nanos);
    }

    /** Notes that characters have been read. */
    void spend(long start, int characters) {
        reads += characters;
        nanos = System.nanoTime() - start;
        if (nanos > MOST_NANOS && reads > FEW_READS) {
            throw new SpentException();
        }
    }
}
