package dev.understudy.engine.text;

/**
 * What formatting is in force; a closing brace brings back that before the opening one.
 *
 * @param style of characters
 * @param align of lines
 * @param unicodeSkip how many characters after a Unicode one stand for it in readers that do not know it; the control word {@code uc}
 */
record RtfState(TextStyle style, Align align, int unicodeSkip) {

    static final RtfState START = new RtfState(TextStyle.DEFAULT, Align.START, 1);

    private static final int LARGEST = 3276;
    private static final int DEFAULT_RISE = 6;

    /** The formatting after a control word; the same for words that are not known. */
    RtfState after(String word, int number, boolean numbered, ColorTable colors) {
        boolean on = !numbered || number != 0;
        int halfPoints = numbered ? number : DEFAULT_RISE;
        return switch (word) {
            case "fs" -> number > 0 ? with(style.withSize(Math.min(number, LARGEST) / 2.0)) : this;
            case "b" -> with(style.withBold(on));
            case "i" -> with(style.withItalic(on));
            case "ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulth", "ulw", "ulwave" ->
                with(style.withUnderlined(on));
            case "ulnone" -> with(style.withUnderlined(false));
            case "cf" -> with(style.withColor(colors.at(number)));
            case "super" -> with(style.scripted(true));
            case "sub" -> with(style.scripted(false));
            case "nosupersub" -> with(style.raised(0));
            case "up" -> with(style.raised(halfPoints / 2.0));
            case "dn" -> with(style.raised(-halfPoints / 2.0));
            case "plain" -> with(TextStyle.DEFAULT);
            case "ql", "pard" -> new RtfState(style, Align.START, unicodeSkip);
            case "qc" -> new RtfState(style, Align.CENTER, unicodeSkip);
            case "qr" -> new RtfState(style, Align.END, unicodeSkip);
            case "uc" -> new RtfState(style, align, Math.max(0, number));
            default -> this;
        };
    }

    private RtfState with(TextStyle newStyle) {
        return new RtfState(newStyle, align, unicodeSkip);
    }
}
