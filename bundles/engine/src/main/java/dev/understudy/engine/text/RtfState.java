package dev.understudy.engine.text;

import java.nio.charset.Charset;

/**
 * The formatting in force; a closing brace brings back that before the opening one.
 *
 * @param style of characters
 * @param align of lines
 * @param unicodeSkip how many characters after a Unicode one stand for it in readers that do not know it; the control word {@code uc}
 * @param charset what 8-bit characters mean
 */
record RtfState(TextStyle style, Align align, int unicodeSkip, Charset charset) {

    static final RtfState START = new RtfState(TextStyle.DEFAULT, Align.START, 1, RtfCharsets.ANSI);

    private static final int LARGEST = 3276;
    private static final int DEFAULT_RISE = 6;

    /** The tables that control words refer to by number. */
    record DocumentTables(RtfColorTable colors, RtfFontTable fonts) {
        static final DocumentTables EMPTY = new DocumentTables(RtfColorTable.EMPTY, RtfFontTable.EMPTY);
    }

    /** The formatting after a control word; the same for words that are not known. */
    RtfState after(String word, int number, boolean numbered, DocumentTables tables) {
        boolean on = !numbered || number != 0;
        int halfPoints = numbered ? number : DEFAULT_RISE;
        return switch (word) {
            case "f" -> with(tables.fonts().at(number));
            case "fs" -> number > 0 ? with(style.withSize(Math.min(number, LARGEST) / 2.0)) : this;
            case "b" -> with(style.withBold(on));
            case "i" -> with(style.withItalic(on));
            case "ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulth", "ulw", "ulwave" ->
                with(style.withUnderlined(on));
            case "ulnone" -> with(style.withUnderlined(false));
            case "cf" -> with(style.withColor(tables.colors().at(number)));
            case "super" -> with(style.scripted(true));
            case "sub" -> with(style.scripted(false));
            case "nosupersub" -> with(style.raised(0));
            case "up" -> with(style.raised(halfPoints / 2.0));
            case "dn" -> with(style.raised(-halfPoints / 2.0));
            case "rtlch" -> with(style.withRightToLeft(true));
            case "ltrch" -> with(style.withRightToLeft(false));
            case "plain" -> with(RtfFontTable.Entry.DEFAULT).with(TextStyle.DEFAULT);
            case "pard" -> with(Align.START);
            case "ql" -> with(Align.LEFT);
            case "qc" -> with(Align.CENTER);
            case "qr" -> with(Align.END);
            case "uc" -> new RtfState(style, align, Math.max(0, number), charset);
            default -> this;
        };
    }

    private RtfState with(TextStyle newStyle) {
        return new RtfState(newStyle, align, unicodeSkip, charset);
    }

    private RtfState with(Align newAlign) {
        return new RtfState(style, newAlign, unicodeSkip, charset);
    }

    private RtfState with(RtfFontTable.Entry font) {
        return new RtfState(style.withFont(font.name()), align, unicodeSkip, font.charset());
    }
}
