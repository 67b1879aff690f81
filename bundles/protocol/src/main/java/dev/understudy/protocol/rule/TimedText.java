package dev.understudy.protocol.rule;

/** Text whose reader is stopped when a budget is spent. */
final class TimedText implements CharSequence {

    private static final int BETWEEN_LOOKS = 1024;

    private final CharSequence text;
    private final RuleBudget budget;
    private final long start;
    private int unread = BETWEEN_LOOKS;

    /**
     * A text.
     *
     * @param start when reading would have begun if it had been done all at once
     */
    TimedText(CharSequence text, RuleBudget budget, long start) {
        this.text = text;
        this.budget = budget;
        this.start = start;
    }

    /** Tells the budget what has been read since it was told last. */
    void settle() {
        budget.spend(start, BETWEEN_LOOKS - unread);
        unread = BETWEEN_LOOKS;
    }

    @Override
    public char charAt(int index) {
        if (--unread == 0) {
            settle();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
