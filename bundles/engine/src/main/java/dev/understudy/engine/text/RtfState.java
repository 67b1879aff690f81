package dev.understudy.engine.text;

import java.nio.charset.Charset;
import java.util.function.UnaryOperator;

/**
 * The formatting in force; a closing brace brings back that before the opening one.
 *
 * @param style of characters
 * @param paragraph of paragraphs
 * @param unicodeSkip how many characters after a Unicode one stand for it in readers that do not know it; the control word {@code uc}
 * @param charset what 8-bit characters mean
 */
record RtfState(TextStyle style, ParagraphStyle paragraph, int unicodeSkip, Charset charset) {

    static final RtfState START = new RtfState(TextStyle.DEFAULT, ParagraphStyle.DEFAULT, 1, RtfCharsets.ANSI);

    RtfState with(TextStyle newStyle) {
        return new RtfState(newStyle, paragraph, unicodeSkip, charset);
    }

    RtfState with(ParagraphStyle newParagraph) {
        return new RtfState(style, newParagraph, unicodeSkip, charset);
    }

    RtfState with(RtfFontTable.Entry font) {
        return new RtfState(style.withFont(font.name()), paragraph, unicodeSkip, font.charset());
    }

    RtfState with(Charset newCharset) {
        return new RtfState(style, paragraph, unicodeSkip, newCharset);
    }

    RtfState withUnicodeSkip(int value) {
        return new RtfState(style, paragraph, value, charset);
    }

    RtfState withSpacing(UnaryOperator<CharacterSpacing> change) {
        return with(style.withSpacing(change.apply(style.spacing())));
    }

    RtfState withCopyFit(UnaryOperator<CopyFit> change) {
        return with(style.withCopyFit(change.apply(style.copyFit())));
    }
}
